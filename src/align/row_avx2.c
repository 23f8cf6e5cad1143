/* Four words at a time. A carry moves one word up; that it would move two, for
 * a sum is all ones and one comes in, is rare and left to the plain loop. */
#include <immintrin.h>

#include "align/row.h"

static __m256i load(const uint64_t *p)
{
    return _mm256_loadu_si256((const __m256i *)(const void *)p);
}

void stm_align__row_avx2(uint64_t *restrict to, const uint64_t *restrict from,
                         const uint64_t *restrict mask, size_t width)
{
    const __m256i ones = _mm256_set1_epi64x(-1);
    __m256i below =
        _mm256_setzero_si256(); /* word 0: what the last four carry */
    size_t k = 0;
    for (; k + 4 <= width; k += 4) {
        __m256i v = load(from + k), u = _mm256_and_si256(v, load(mask + k));
        __m256i sum = _mm256_add_epi64(v, u);
        /* The bits of u are bits of v, so these overflow. */
        __m256i over = _mm256_or_si256(u, _mm256_andnot_si256(sum, v));
        __m256i carry =
            _mm256_permute4x64_epi64(_mm256_srli_epi64(over, 63), 0x93);
        __m256i in = _mm256_blend_epi32(carry, below, 3);
        if (!_mm256_testz_si256(_mm256_cmpeq_epi64(sum, ones), in)) {
            uint64_t one = (uint64_t)_mm256_extract_epi64(below, 0);
            one = stm_row__words(to, from, mask, k, k + 4, one);
            below = _mm256_set1_epi64x((long long)one);
            continue;
        }
        below = carry;
        __m256i row =
            _mm256_or_si256(_mm256_add_epi64(sum, in), _mm256_xor_si256(v, u));
        _mm256_storeu_si256((__m256i *)(void *)(to + k), row);
    }
    stm_row__words(to, from, mask, k, width,
                   (uint64_t)_mm256_extract_epi64(below, 0));
}
