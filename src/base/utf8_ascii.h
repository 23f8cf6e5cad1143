/* How long a run of ASCII is, in whole blocks of 64 bytes. The scalar function
 * is the definition; the other one is for machines that all have the
 * instructions. */
#ifndef STM_BASE_UTF8_ASCII_H
#define STM_BASE_UTF8_ASCII_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { STM_ASCII_BLOCK = 64 };

static inline size_t stm_ascii_run_scalar(const unsigned char *p, size_t left)
{
    const uint64_t highs = UINT64_MAX / 255 * 128;
    size_t run = 0;
    for (; left - run >= STM_ASCII_BLOCK; run += STM_ASCII_BLOCK) {
        uint64_t w[STM_ASCII_BLOCK / 8], any = 0;
        memcpy(w, p + run, sizeof w);
        for (unsigned i = 0; i < STM_ASCII_BLOCK / 8; i++)
            any |= w[i];
        if (any & highs)
            break;
    }
    return run;
}

#if defined(__SSE2__)
#include <emmintrin.h>
static inline size_t stm_ascii_run_sse2(const unsigned char *p, size_t left)
{
    size_t run = 0;
    for (; left - run >= STM_ASCII_BLOCK; run += STM_ASCII_BLOCK) {
        const __m128i *v = (const __m128i *)(const void *)(p + run);
        __m128i one = _mm_or_si128(_mm_loadu_si128(v), _mm_loadu_si128(v + 1));
        __m128i two =
            _mm_or_si128(_mm_loadu_si128(v + 2), _mm_loadu_si128(v + 3));
        if (_mm_movemask_epi8(_mm_or_si128(one, two)))
            break;
    }
    return run;
}
#define stm_ascii_run stm_ascii_run_sse2
#else
#define stm_ascii_run stm_ascii_run_scalar
#endif

#endif
