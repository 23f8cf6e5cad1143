/* Which bytes of a short name are letters, and which of them small ones: one
 * bit for each byte, the first the lowest. The scalar function is the
 * definition; the other one is for machines that all have the instructions. */
#ifndef STM_HTML_HINTS_LETTERS_H
#define STM_HTML_HINTS_LETTERS_H

#include <stdint.h>
#include <string.h>

enum { STM_LETTERS = 64 /* bytes of a name, one bit each */ };

typedef struct stm_letters {
    uint64_t all, small;
} stm_letters;

/* Of `n` bytes, rounded up to 16; that many can be read. */
static inline stm_letters stm_html__letters_scalar(const char *p, size_t n)
{
    stm_letters l = {0, 0};
    for (size_t i = 0; i < (n + 15) / 16 * 16; i++) {
        uint64_t letter = (unsigned char)((p[i] | 32) - 'a') < 26;
        l.all |= letter << i;
        l.small |= (letter & (p[i] & 32) >> 5) << i;
    }
    return l;
}

#if defined(__SSE2__)
#include <emmintrin.h>
static inline stm_letters stm_html__letters_sse2(const char *p, size_t n)
{
    const __m128i bit = _mm_set1_epi8(32), last = _mm_set1_epi8('z' - 'a');
    stm_letters l = {0, 0};
    for (size_t i = 0; i < n; i += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
        __m128i from_a = _mm_sub_epi8(_mm_or_si128(v, bit), _mm_set1_epi8('a'));
        __m128i is = _mm_cmpeq_epi8(_mm_min_epu8(from_a, last), from_a);
        uint64_t all = (unsigned)_mm_movemask_epi8(is);
        uint64_t small = (unsigned)_mm_movemask_epi8(_mm_slli_epi16(v, 2));
        l.all |= all << i;
        l.small |= (all & small) << i;
    }
    return l;
}
#define stm_html__letters stm_html__letters_sse2
#else
#define stm_html__letters stm_html__letters_scalar
#endif

#endif
