/* Thirty-two bytes at a time. */
#include <immintrin.h>

#include "text/runs_aes.h"
#include "text/runs_bits.h"

/* What an ASCII character is to a run, from the bits that its two halves
 * share: 1 for the letters from p on, 2 for those before, 4 digits; 8 and 16
 * for joiners. */
static inline __m256i kinds_of(__m256i bytes)
{
    const __m256i low = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(21, 7, 15, 7, 7, 7, 7, 15, 7, 7, 3, 2, 10, 2, 10, 2));
    const __m256i high = _mm256_broadcastsi128_si256(
        _mm_setr_epi8(0, 0, 8, 4, 2, 1, 18, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    const __m256i half = _mm256_set1_epi8(15);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, half)),
        _mm256_shuffle_epi8(
            high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

static inline uint64_t bits(__m256i truth)
{
    return (uint32_t)_mm256_movemask_epi8(truth);
}

static inline __m256i load(const char *p)
{
    return _mm256_loadu_si256((const __m256i *)p);
}

static inline stm_block_bits read_half(const char *p, char *folded)
{
    __m256i bytes = load(p), kinds = kinds_of(bytes);
    _mm256_storeu_si256((__m256i *)folded,
                        _mm256_or_si256(bytes, _mm256_set1_epi8(' ')));
    __m256i word = _mm256_and_si256(kinds, _mm256_set1_epi8(7));
    return (stm_block_bits){
        .word = bits(_mm256_cmpgt_epi8(word, _mm256_setzero_si256())),
        .high = bits(bytes),
        .joiner = bits(_mm256_cmpgt_epi8(kinds, _mm256_set1_epi8(7)))};
}

static inline stm_block_bits read_block(const char *p, char *folded)
{
    stm_block_bits low = read_half(p, folded);
    stm_block_bits high = read_half(p + 32, folded + 32);
    return (stm_block_bits){low.word | high.word << 32,
                            low.high | high.high << 32,
                            low.joiner | high.joiner << 32};
}

static inline uint64_t within_half(const char *p, unsigned char first,
                                   unsigned char last)
{
    __m256i bytes = load(p);
    __m256i clamped =
        _mm256_min_epu8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)first)),
                        _mm256_set1_epi8((char)last));
    return bits(_mm256_cmpeq_epi8(bytes, clamped));
}

static inline uint64_t within(const char *p, unsigned char first,
                              unsigned char last)
{
    return within_half(p, first, last) | within_half(p + 32, first, last) << 32;
}

static inline void fold_ascii(const char *p, char *folded)
{
    for (unsigned i = 0; i < STM_RUNS_BLOCK; i += 32) {
        __m256i bytes = load(p + i);
        __m256i high = _mm256_cmpgt_epi8(_mm256_setzero_si256(), bytes);
        __m256i bit = _mm256_andnot_si256(high, _mm256_set1_epi8(' '));
        _mm256_storeu_si256((__m256i *)(folded + i),
                            _mm256_or_si256(bytes, bit));
    }
}

static inline uint64_t lowest(uint64_t bits) { return _tzcnt_u64(bits); }

#include "text/runs_by_masks.h"

const stm_text_kernel stm_text__avx2 = {find, hash};
