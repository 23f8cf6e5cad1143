/* Eight words at a time; most comparisons end within the first eight. */
#include "align/prefix.h"

#include <immintrin.h>

size_t stm_align__prefix_avx2(const uint32_t *a, const uint32_t *b, size_t n)
{
    size_t i = 0;
    for (; i + 8 <= n; i += 8) {
        __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(a + i));
        __m256i y = _mm256_loadu_si256((const __m256i *)(const void *)(b + i));
        unsigned same = (unsigned)_mm256_movemask_ps(
            _mm256_castsi256_ps(_mm256_cmpeq_epi32(x, y)));
        if (same != 0xff)
            return i + (size_t)__builtin_ctz(~same);
    }
    while (i < n && a[i] == b[i])
        i++;
    return i;
}
