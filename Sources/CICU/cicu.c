#include "cicu.h"

#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/uiter.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

/// The text as UTF-16 in memory of malloc; null on failure.
static UChar *utf16(const uint8_t *text, int32_t length, int32_t *units) {
  UChar *buffer = malloc(((size_t)length + 1) * sizeof(UChar));
  if (!buffer) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(
      buffer, length + 1, units, (const char *)text, length, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) {
    free(buffer);
    return NULL;
  }
  return buffer;
}

int32_t cicu_normalize(const uint8_t *text, int32_t length, int32_t compose, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = compose ? unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t units = 0;
  UChar *source = utf16(text, length, &units);
  if (!source) return -1;
  // One UTF-16 unit grows to at most 4 in NFD, 3 in NFC.
  int32_t room = units > 0x1FFFFFF0 ? 0x7FFFFFF0 : units * 4 + 16;
  UChar *normal = malloc((size_t)room * sizeof(UChar));
  int32_t needed = -1;
  if (normal) {
    int32_t made = unorm2_normalize(normalizer, source, units, normal, room, &status);
    if (U_SUCCESS(status)) {
      u_strToUTF8((char *)output, capacity, &needed, normal, made, &status);
      if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) needed = -1;
    }
    free(normal);
  }
  free(source);
  return needed;
}

void *cicu_collator_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open("fr", &status);
  return U_SUCCESS(status) ? collator : NULL;
}

void cicu_collator_close(void *collator) { ucol_close(collator); }

int32_t cicu_collator_key(
    const void *collator, const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  int32_t units = 0;
  UChar *source = utf16(text, length, &units);
  if (!source) return -1;
  int32_t needed = ucol_getSortKey(collator, source, units, output, capacity);
  free(source);
  return needed > 0 ? needed - 1 : -1;
}

int32_t cicu_collator_compare(
    const void *collator, const uint8_t *left, int32_t left_length, const uint8_t *right, int32_t right_length) {
  UCharIterator a, b;
  uiter_setUTF8(&a, (const char *)left, left_length);
  uiter_setUTF8(&b, (const char *)right, right_length);
  UErrorCode status = U_ZERO_ERROR;
  return ucol_strcollIter(collator, &a, &b, &status);
}

int32_t cicu_skeleton(const uint8_t *text, int32_t length, uint8_t *output, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker = uspoof_open(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed =
      uspoof_getSkeletonUTF8(checker, 0, (const char *)text, length, (char *)output, capacity, &status);
  uspoof_close(checker);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}
