#include "cfrenchtables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t tables[] = {
#embed "french.tables"
};

const uint8_t *cfrenchtables_bytes(void) { return tables; }
int64_t cfrenchtables_count(void) { return sizeof tables; }
