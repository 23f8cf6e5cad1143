/* The hashes of words by the AES instructions of x86, a word a register. */
#ifndef STM_TEXT_RUNS_AES_H
#define STM_TEXT_RUNS_AES_H

#include <immintrin.h>

#include "text/runs.h"
#include "text/word_hash.h"

/* The first `n` of 16 bytes: from MOST_KEPT - n on. */
enum { MOST_KEPT = 2 * STM_RUNS_WINDOW };
#define KEPT_16                                                                \
    255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, \
        255
static const unsigned char keeps[MOST_KEPT + 16] = {
    KEPT_16, KEPT_16, KEPT_16, KEPT_16, KEPT_16, KEPT_16, KEPT_16, KEPT_16};

static inline __m128i rounds(__m128i state)
{
    state = _mm_aesenc_si128(state, _mm_setr_epi32(STM_WORD_HASH_KEY_1));
    return _mm_aesenc_si128(state, _mm_setr_epi32(STM_WORD_HASH_KEY_2));
}

typedef __m128i stm_bytes, stm_hash_state;

static inline stm_bytes sixteen(char byte) { return _mm_set1_epi8(byte); }

/* `n` bytes, with `bits` set. */
static inline __m128i block_of(const char *p, size_t n, stm_bytes bits)
{
    __m128i keep = _mm_loadu_si128((const __m128i *)(keeps + MOST_KEPT - n));
    __m128i block = _mm_loadu_si128((const __m128i *)p);
    return _mm_and_si128(_mm_or_si128(block, bits), keep);
}

static inline __m128i state_of_short(const char *p, size_t n, stm_bytes bits)
{
    return rounds(block_of(p, n, bits));
}

static inline __m128i state_of(const char *p, size_t n, stm_bytes bits)
{
    __m128i state = _mm_setzero_si128();
    for (; n > STM_WORD_HASH_BLOCK; n -= STM_WORD_HASH_BLOCK) {
        state = rounds(
            _mm_xor_si128(state, block_of(p, STM_WORD_HASH_BLOCK, bits)));
        p += STM_WORD_HASH_BLOCK;
    }
    return rounds(_mm_xor_si128(state, block_of(p, n, bits)));
}

/* Two hashes, of which none is 0. */
static inline void put_two(uint64_t *hash, __m128i a, __m128i b)
{
    __m128i h =
        _mm_xor_si128(_mm_unpacklo_epi64(a, b), _mm_unpackhi_epi64(a, b));
    __m128i none = _mm_cmpeq_epi64(h, _mm_setzero_si128());
    _mm_storeu_si128((__m128i *)hash, _mm_sub_epi64(h, none));
}

#endif
