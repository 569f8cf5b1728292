#define _GNU_SOURCE
#include "CLineEditor.h"

#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

struct LineEditor {
  EditLine *editor;
  History *history;
  HistEvent event;
  const char *prompt;
  LineCompleter completer;
  void *context;
};

static volatile sig_atomic_t was_interrupted;

static void interrupt(int signal) {
  (void)signal;
  was_interrupted = 1;
}

bool line_editor_use_utf8(void) {
  if (setlocale(LC_CTYPE, "") != NULL && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
}

static char *prompt_of(EditLine *editor) {
  LineEditor *self = NULL;
  el_get(editor, EL_CLIENTDATA, (void **)&self);
  return (char *)self->prompt;
}

static unsigned char complete(EditLine *editor, int key) {
  (void)key;
  LineEditor *self = NULL;
  el_get(editor, EL_CLIENTDATA, (void **)&self);
  const LineInfo *line = el_line(editor);
  LineCompletion completion =
      self->completer(self->context, line->buffer, (size_t)(line->cursor - line->buffer));
  unsigned char result = CC_ERROR;
  if (completion.removed > 0) {
    el_deletestr(editor, (int)completion.removed);
    result = CC_REFRESH;
  }
  if (completion.inserted != NULL && completion.inserted[0] != '\0') {
    el_insertstr(editor, completion.inserted);
    result = CC_REFRESH;
  }
  if (completion.listing != NULL && completion.listing[0] != '\0') {
    printf("\n%s\n", completion.listing);
    fflush(stdout);
    result = CC_REDISPLAY;
  }
  free(completion.inserted);
  free(completion.listing);
  return result;
}

LineEditor *line_editor_open(const char *program, LineCompleter completer, void *context) {
  LineEditor *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  self->completer = completer;
  self->context = context;
  self->prompt = "";
  self->editor = el_init(program, stdin, stdout, stderr);
  self->history = history_init();
  if (self->editor == NULL || self->history == NULL) {
    line_editor_close(self);
    return NULL;
  }
  history(self->history, &self->event, H_SETSIZE, 2000);
  history(self->history, &self->event, H_SETUNIQUE, 1);
  el_set(self->editor, EL_CLIENTDATA, self);
  el_set(self->editor, EL_PROMPT, prompt_of);
  el_set(self->editor, EL_EDITOR, "emacs");
  el_set(self->editor, EL_HIST, history, self->history);
  el_set(self->editor, EL_ADDFN, "verbatim-complete", "Complete the word", complete);
  el_set(self->editor, EL_BIND, "^I", "verbatim-complete", NULL);
  el_set(self->editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_set(self->editor, EL_BIND, "\\e[3~", "ed-delete-next-char", NULL);
  el_set(self->editor, EL_BIND, "\\e[1~", "ed-move-to-beg", NULL);
  el_set(self->editor, EL_BIND, "\\e[4~", "ed-move-to-end", NULL);
  el_set(self->editor, EL_BIND, "\\e[1;5D", "ed-prev-word", NULL);
  el_set(self->editor, EL_BIND, "\\e[1;5C", "em-next-word", NULL);
  return self;
}

void line_editor_close(LineEditor *self) {
  if (self == NULL) return;
  if (self->history != NULL) history_end(self->history);
  if (self->editor != NULL) el_end(self->editor);
  free(self);
}

char *line_editor_read(LineEditor *self, const char *prompt, bool *interrupted) {
  struct sigaction ours, theirs;
  memset(&ours, 0, sizeof ours);
  ours.sa_handler = interrupt;
  sigemptyset(&ours.sa_mask);
  was_interrupted = 0;
  sigaction(SIGINT, &ours, &theirs);
  self->prompt = prompt;
  // libedit shows the prompt before it takes the terminal over: keys pressed in between would be the kernel's.
  el_set(self->editor, EL_PREP_TERM, 1);
  int length = 0;
  const char *line = el_gets(self->editor, &length);
  sigaction(SIGINT, &theirs, NULL);
  *interrupted = was_interrupted != 0;
  if (*interrupted) {
    el_reset(self->editor);
    printf("\n");
    fflush(stdout);
    return NULL;
  }
  if (line == NULL || length <= 0) return NULL;
  size_t size = strlen(line);
  while (size > 0 && (line[size - 1] == '\n' || line[size - 1] == '\r')) size--;
  return strndup(line, size);
}

void line_editor_add_history(LineEditor *self, const char *line) {
  history(self->history, &self->event, H_ENTER, line);
}

bool line_editor_load_history(LineEditor *self, const char *path) {
  return history(self->history, &self->event, H_LOAD, path) >= 0;
}

bool line_editor_save_history(LineEditor *self, const char *path) {
  return history(self->history, &self->event, H_SAVE, path) >= 0;
}

int line_editor_width(unsigned int code_point) { return wcwidth((wchar_t)code_point); }

int line_editor_columns(int descriptor) {
  struct winsize size;
  if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}
