#ifndef VERBATIM_CICU_H
#define VERBATIM_CICU_H
#include <stdint.h>

/// Writes the NFC (compose != 0) or NFD form of `length` bytes of UTF-8 to `output` (`capacity` bytes).
/// Ill-formed sequences become U+FFFD. Returns the length needed, which may exceed `capacity` (then nothing
/// useful was written), or -1 on failure.
int32_t cicu_normalize(const uint8_t *text, int32_t length, int32_t compose, uint8_t *output, int32_t capacity);

/// A collator for French with the conventions of the root locale; null on failure. Freed by cicu_collator_close.
void *cicu_collator_open(void);
void cicu_collator_close(void *collator);

/// Writes the sort key of `length` bytes of UTF-8 to `output`, without its closing zero. Returns the length
/// needed, or -1 on failure.
int32_t cicu_collator_key(
    const void *collator, const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity);

/// Compares two texts in UTF-8: negative, zero or positive.
int32_t cicu_collator_compare(
    const void *collator, const uint8_t *left, int32_t left_length, const uint8_t *right, int32_t right_length);

/// Writes to `output` (`capacity` bytes) what all texts have in common that look like this one: Unicode's skeleton of
/// confusables (UTS 39). Returns the length needed, which may exceed `capacity`, or -1 on failure.
int32_t cicu_skeleton(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity);

#endif
