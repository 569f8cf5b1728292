#ifndef VERBATIM_CFRENCHTABLES_H
#define VERBATIM_CFRENCHTABLES_H
#include <stdint.h>

/// The tables of the French tagger and lemmatiser (format: FrenchText/Tagging/TableFile.swift), and their size.
const uint8_t *cfrenchtables_bytes(void);
int64_t cfrenchtables_count(void);

#endif
