/* The signs of STM_FOREST_LANES lines, given line by line, side by side as the
 * forests want them. The scalar function is the definition; the other one is
 * for machines that all have the instructions. */
#ifndef STM_PAGE_LANES_H
#define STM_PAGE_LANES_H

#include "page/forest.h"

enum { STM_LANES_STEP = 4 /* signs */ };

/* `count` signs, rounded up to whole steps, of lines that are `stride` numbers
 * apart. */
static inline void stm_page__lanes_scalar(float (*columns)[STM_FOREST_LANES],
                                          const float *lines, unsigned stride,
                                          unsigned count)
{
    for (unsigned sign = 0; sign < count; sign += STM_LANES_STEP)
        for (unsigned k = sign; k < sign + STM_LANES_STEP; k++)
            for (unsigned lane = 0; lane < STM_FOREST_LANES; lane++)
                columns[k][lane] = lines[lane * stride + k];
}

#if defined(__SSE2__)
#include <emmintrin.h>
/* Four signs of four lines. */
static inline void stm_page__turn_sse2(float *to, const float *from,
                                       unsigned stride)
{
    __m128 a = _mm_loadu_ps(from), b = _mm_loadu_ps(from + stride);
    __m128 c = _mm_loadu_ps(from + 2 * stride),
           d = _mm_loadu_ps(from + 3 * stride);
    _MM_TRANSPOSE4_PS(a, b, c, d);
    _mm_storeu_ps(to, a);
    _mm_storeu_ps(to + STM_FOREST_LANES, b);
    _mm_storeu_ps(to + 2 * STM_FOREST_LANES, c);
    _mm_storeu_ps(to + 3 * STM_FOREST_LANES, d);
}

static inline void stm_page__lanes_sse2(float (*columns)[STM_FOREST_LANES],
                                        const float *lines, unsigned stride,
                                        unsigned count)
{
    for (unsigned sign = 0; sign < count; sign += STM_LANES_STEP)
        for (unsigned lane = 0; lane < STM_FOREST_LANES; lane += 4)
            stm_page__turn_sse2(&columns[sign][lane],
                                lines + lane * stride + sign, stride);
}
#define stm_page__lanes stm_page__lanes_sse2
#else
#define stm_page__lanes stm_page__lanes_scalar
#endif

#endif
