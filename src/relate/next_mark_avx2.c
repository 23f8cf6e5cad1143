/* 32 bytes at a time; a mark stands in most of them. */
#include "relate/next_mark.h"

#include <immintrin.h>

enum { BYTES = 32 };

static inline __m256i all(unsigned char c) { return _mm256_set1_epi8((char)c); }

/* All ones where from <= x <= from + more. */
static inline __m256i within(__m256i x, unsigned char from, unsigned char more)
{
    __m256i off = _mm256_sub_epi8(x, all(from));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(off, all(more)), off);
}

static inline unsigned marks_in(const char *s)
{
    __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)s);
    __m256i plain = within(_mm256_or_si256(x, all(32)), 'a', 'z' - 'a');
    plain = _mm256_or_si256(plain, within(x, '0', 9));
    plain = _mm256_or_si256(plain, _mm256_cmpeq_epi8(x, all(' ')));
    plain = _mm256_or_si256(plain, within(x, 0x81, 0xff - 0x81));
    return ~(unsigned)_mm256_movemask_epi8(plain);
}

size_t stm_relate__next_mark_avx2(const char *s, size_t n)
{
    size_t i = 0;
    for (; i + BYTES <= n; i += BYTES) {
        unsigned marks = marks_in(s + i);
        if (marks)
            return i + (size_t)__builtin_ctz(marks);
    }
    return i + stm_relate__next_mark_scalar(s + i, n - i);
}
