/* How far text goes that is kept as it stands: words with one blank between
 * each two. The scalar function is the definition; the other one, for machines
 * that all have the instructions, may stop up to sixteen bytes before it. */
#ifndef STM_HTML_LINES_PLAIN_H
#define STM_HTML_LINES_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

/* Blanks other than ' ', control characters, and what a no-break space begins
 * with. */
static inline bool stm_html__is_special(unsigned char c)
{
    return c < ' ' || c == 0xc2;
}

/* From `p` on, which is in a word or at the one blank behind it; `letters`
 * grows by the bytes that are no blanks. */
static inline const char *stm_html__plain_scalar(const char *p, const char *end,
                                                 uint32_t *letters)
{
    for (; end - p > 1 && !stm_html__is_special((unsigned char)*p); p++) {
        if (*p == ' ' &&
            (p[1] == ' ' || stm_html__is_special((unsigned char)p[1])))
            break;
        *letters += *p != ' ';
    }
    return p;
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* The number of bits among the lowest sixteen. */
static inline uint32_t stm_html__bits16(uint32_t set)
{
    set -= set >> 1 & 0x5555;
    set = (set & 0x3333) + (set >> 2 & 0x3333);
    set = (set + (set >> 4)) & 0x0f0f;
    return (set + (set >> 8)) & 31;
}

/* Whether a blank at the last of sixteen bytes is followed by another is seen
 * with the next sixteen. */
static inline const char *stm_html__plain_sse2(const char *p, const char *end,
                                               uint32_t *letters)
{
    const __m128i blank = _mm_set1_epi8(' '), most = _mm_set1_epi8(' ' - 1);
    while (end - p > 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i odd =
            _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, most), v),
                         _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xc2)));
        uint32_t special = (uint32_t)_mm_movemask_epi8(odd);
        uint32_t blanks = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, blank));
        uint32_t ends = special | (blanks & (blanks | special) >> 1);
        uint32_t n =
            (uint32_t)__builtin_ctz(ends | (blanks & 0x8000) | 0x10000);
        *letters += n - stm_html__bits16(blanks & ((1U << n) - 1));
        p += n;
        if (ends)
            break;
    }
    return p;
}
#define stm_html__plain stm_html__plain_sse2
#else
#define stm_html__plain stm_html__plain_scalar
#endif

#endif
