#ifndef CLINEEDITOR_H
#define CLINEEDITOR_H

#include <stdbool.h>
#include <stddef.h>

/* A line editor on a terminal: libedit behind functions without variable arguments. */

typedef struct LineEditor LineEditor;

/* What completing a line asks for: how many code points before the cursor to take away, what to put
   there, and what to list under the line; the texts are released with free(). */
typedef struct {
  size_t removed;
  char *inserted;
  char *listing;
} LineCompletion;

/* Given the line up to the cursor (UTF-8, `length` bytes, not terminated) says how to complete it. */
typedef LineCompletion (*LineCompleter)(void *context, const char *line, size_t length);

/* Makes the process read and write UTF-8: keeps the environment's locale where it is UTF-8, else takes
   C.UTF-8. Returns false where neither is to be had. */
bool line_editor_use_utf8(void);

/* Opens an editor on standard input and output; NULL where that fails. */
LineEditor *line_editor_open(const char *program, LineCompleter completer, void *context);
void line_editor_close(LineEditor *editor);

/* Reads a line, without its line feed, to be released with free(). NULL at the end of the input;
   *interrupted says whether that was the interrupt key instead. */
char *line_editor_read(LineEditor *editor, const char *prompt, bool *interrupted);

void line_editor_add_history(LineEditor *editor, const char *line);
bool line_editor_load_history(LineEditor *editor, const char *path);
bool line_editor_save_history(LineEditor *editor, const char *path);

/* How many columns a code point takes on a terminal: 0, 1 or 2; -1 for what cannot be shown. */
int line_editor_width(unsigned int code_point);

/* The width of the terminal on a file descriptor, or 0 where it is none. */
int line_editor_columns(int descriptor);

#endif
