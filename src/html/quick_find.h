/* Where plain markup ends. */
#ifndef STM_HTML_QUICK_FIND_H
#define STM_HTML_QUICK_FIND_H

#include <lexbor/html/html.h>

static inline bool stm_html__quick_is(lxb_char_t c, lxb_char_t stop)
{
    return c == stop || c == '&' || c == '\r' || !c;
}

/* The first of `stop`, '&', CR and NUL in [p, end), or `end`. */
static inline const lxb_char_t *
stm_html__quick_find_scalar(const lxb_char_t *p, const lxb_char_t *end,
                            lxb_char_t stop)
{
    while (p < end && !stm_html__quick_is(*p, stop))
        p++;
    return p;
}

#if defined(__SSE2__)
#include <emmintrin.h>
static inline const lxb_char_t *stm_html__quick_find_sse2(const lxb_char_t *p,
                                                          const lxb_char_t *end,
                                                          lxb_char_t stop)
{
    const __m128i mark = _mm_set1_epi8((char)stop), and = _mm_set1_epi8('&');
    const __m128i cr = _mm_set1_epi8('\r'), nul = _mm_setzero_si128();
    for (; end - p >= 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i is = _mm_or_si128(
            _mm_or_si128(_mm_cmpeq_epi8(v, mark), _mm_cmpeq_epi8(v, and)),
            _mm_or_si128(_mm_cmpeq_epi8(v, cr), _mm_cmpeq_epi8(v, nul)));
        unsigned found = (unsigned)_mm_movemask_epi8(is);
        if (found)
            return p + __builtin_ctz(found);
    }
    return stm_html__quick_find_scalar(p, end, stop);
}
#define stm_html__quick_find stm_html__quick_find_sse2
#else
#define stm_html__quick_find stm_html__quick_find_scalar
#endif

#endif
