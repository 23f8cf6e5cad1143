/* Where plain markup and names end. */
#ifndef STM_HTML_QUICK_FIND_H
#define STM_HTML_QUICK_FIND_H

#include <lexbor/html/html.h>

#include "html/quick_names.h"

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

/* The first `mark` in [p, end), or `end`. */
static inline const lxb_char_t *
stm_html__quick_mark_scalar(const lxb_char_t *p, const lxb_char_t *end,
                            lxb_char_t mark)
{
    while (p < end && *p != mark)
        p++;
    return p;
}

/* Behind the bytes of a name at `p`. */
static inline const lxb_char_t *stm_html__name_end_scalar(const lxb_char_t *p,
                                                          const lxb_char_t *end)
{
    while (p < end && stm_html__quick_class[*p] == STM_QUICK_NAME)
        p++;
    return p;
}

/* The first byte from `p` on that is no blank; there is one, and sixteen bytes
 * from it on can be read. */
static inline const lxb_char_t *stm_html__blanks_end_scalar(const lxb_char_t *p)
{
    while (stm_html__quick_class[*p] == STM_QUICK_SPACE)
        p++;
    return p;
}

#if defined(__SSE2__)
#include <emmintrin.h>
/* Tabs, line and form feeds and carriage returns are five numbers, without the
 * one in their midst. */
static inline const lxb_char_t *stm_html__blanks_end_sse2(const lxb_char_t *p)
{
    const __m128i blank = _mm_set1_epi8(' '), four = _mm_set1_epi8(4);
    for (;; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        __m128i from_tab = _mm_sub_epi8(v, _mm_set1_epi8('\t'));
        __m128i is = _mm_cmpeq_epi8(_mm_min_epu8(from_tab, four), from_tab);
        is = _mm_andnot_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('\v')), is);
        is = _mm_or_si128(is, _mm_cmpeq_epi8(v, blank));
        unsigned found = ~(unsigned)_mm_movemask_epi8(is) & 0xffff;
        if (found)
            return p + __builtin_ctz(found);
    }
}

/* One bit for each of 16 bytes that is of no name: up to a blank, quotation
 * marks, a slash, and what stands from < to >. */
static inline unsigned stm_html__no_name_sse2(const lxb_char_t *p)
{
    const __m128i blank = _mm_set1_epi8(' '), two = _mm_set1_epi8(2);
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i angle = _mm_sub_epi8(v, _mm_set1_epi8('<'));
    __m128i is = _mm_or_si128(_mm_cmpeq_epi8(_mm_min_epu8(v, blank), v),
                              _mm_cmpeq_epi8(_mm_min_epu8(angle, two), angle));
    is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('"')));
    is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('\'')));
    is = _mm_or_si128(is, _mm_cmpeq_epi8(v, _mm_set1_epi8('/')));
    return (unsigned)_mm_movemask_epi8(is);
}

static inline const lxb_char_t *stm_html__name_end_sse2(const lxb_char_t *p,
                                                        const lxb_char_t *end)
{
    for (; end - p >= 16; p += 16) {
        unsigned found = stm_html__no_name_sse2(p);
        if (found)
            return p + __builtin_ctz(found);
    }
    return stm_html__name_end_scalar(p, end);
}

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

static inline const lxb_char_t *stm_html__quick_mark_sse2(const lxb_char_t *p,
                                                          const lxb_char_t *end,
                                                          lxb_char_t mark)
{
    const __m128i all = _mm_set1_epi8((char)mark);
    for (; end - p >= 16; p += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
        unsigned found = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(v, all));
        if (found)
            return p + __builtin_ctz(found);
    }
    return stm_html__quick_mark_scalar(p, end, mark);
}
#define stm_html__blanks_end stm_html__blanks_end_sse2
#define stm_html__quick_find stm_html__quick_find_sse2
#define stm_html__quick_mark stm_html__quick_mark_sse2
#define stm_html__name_end stm_html__name_end_sse2
#else
#define stm_html__blanks_end stm_html__blanks_end_scalar
#define stm_html__quick_find stm_html__quick_find_scalar
#define stm_html__quick_mark stm_html__quick_mark_scalar
#define stm_html__name_end stm_html__name_end_scalar
#endif

#endif
