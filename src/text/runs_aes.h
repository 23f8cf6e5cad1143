/* The hashes of words by the AES instructions of x86, a word a register. */
#ifndef STM_TEXT_RUNS_AES_H
#define STM_TEXT_RUNS_AES_H

#include <immintrin.h>

#include "text/runs.h"
#include "text/word_hash.h"

/* The first `n` of 16 bytes: from 16 - n on. */
static const unsigned char keeps[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                        255, 255, 255, 255, 255, 255, 255, 255};

static inline __m128i add_block(__m128i state, const char *p, size_t n)
{
    __m128i keep = _mm_loadu_si128((const __m128i *)(keeps + 16 - n));
    __m128i block = _mm_and_si128(_mm_loadu_si128((const __m128i *)p), keep);
    state = _mm_aesenc_si128(_mm_xor_si128(state, block),
                             _mm_setr_epi32(STM_WORD_HASH_KEY_1));
    return _mm_aesenc_si128(state, _mm_setr_epi32(STM_WORD_HASH_KEY_2));
}

static inline uint64_t hash_of(__m128i state)
{
    uint64_t h = (uint64_t)_mm_cvtsi128_si64(
        _mm_xor_si128(state, _mm_unpackhi_epi64(state, state)));
    return h ? h : 1;
}

static uint64_t hash_long(const char *p, size_t n)
{
    __m128i state = _mm_setzero_si128();
    for (; n > STM_WORD_HASH_BLOCK; n -= STM_WORD_HASH_BLOCK) {
        state = add_block(state, p, STM_WORD_HASH_BLOCK);
        p += STM_WORD_HASH_BLOCK;
    }
    return hash_of(add_block(state, p, n));
}

static void hash(uint64_t *out, const char *bytes, const uint16_t *from,
                 const uint16_t *to, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t n = (size_t)(to[i] - from[i]);
        const char *p = bytes + from[i];
        out[i] = n <= STM_WORD_HASH_BLOCK
                     ? hash_of(add_block(_mm_setzero_si128(), p, n))
                     : hash_long(p, n);
    }
}

#endif
