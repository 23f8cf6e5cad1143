/* The least key of each slot, for all instruction sets of x86 from SSE4.1 on.
 * No branch: whether a key is the least so far cannot be foretold. Two tables
 * take turns, so that a key is rarely compared with what the one before it has
 * just put down. */
#ifndef STM_SKETCH_MINHASH_PLACE_H
#define STM_SKETCH_MINHASH_PLACE_H

#include <immintrin.h>
#include <string.h>

#include "sketch/minhash_kernel.h"

static inline void put_least(uint32_t *slot, const uint32_t *key)
{
    __m128i was = _mm_cvtsi32_si128((int)*slot);
    __m128i now = _mm_cvtsi32_si128((int)*key);
    *slot = (uint32_t)_mm_cvtsi128_si32(_mm_min_epu32(was, now));
}

static inline void place(uint32_t least[STM_MINHASH_SLOTS], const uint32_t *key,
                         size_t count)
{
    uint32_t other[STM_MINHASH_SLOTS];
    size_t i = 0;
    memcpy(other, least, sizeof other);
    for (; i + 2 <= count; i += 2) {
        uint64_t two;
        memcpy(&two, key + i, sizeof two);
        put_least(least + ((uint32_t)two >> STM_MINHASH_SHIFT), key + i);
        put_least(other + (two >> (32 + STM_MINHASH_SHIFT)), key + i + 1);
    }
    if (i < count)
        put_least(least + (key[i] >> STM_MINHASH_SHIFT), key + i);
    for (size_t s = 0; s < STM_MINHASH_SLOTS; s++)
        least[s] = other[s] < least[s] ? other[s] : least[s];
}

#endif
