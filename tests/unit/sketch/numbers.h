/* Hashes of words that no text has: the n-th of a sequence. */
#ifndef STM_TEST_NUMBERS_H
#define STM_TEST_NUMBERS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <cmocka.h>

#include "base/hash.h"

static inline void fill_words(uint64_t *hash, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        hash[i] = stm_hash_pair(seed, i) | 1;
}

#endif
