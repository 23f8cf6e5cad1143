/* Eight places of 16 bits at a time, by SSE4.1 and what came after it. */
#ifndef STM_TEXT_RUNS_EIGHT_H
#define STM_TEXT_RUNS_EIGHT_H

#include <immintrin.h>
#include <stdint.h>

typedef __m128i stm_eight;

static inline stm_eight eight_times(uint16_t number)
{
    return _mm_set1_epi16((short)number);
}

static inline void put_numbers(uint16_t *place, const uint8_t *numbers,
                               stm_eight *base)
{
    __m128i wide = _mm_cvtepu8_epi16(_mm_loadl_epi64((const __m128i *)numbers));
    _mm_storeu_si128((__m128i *)place, _mm_add_epi16(wide, *base));
    *base = _mm_add_epi16(*base, _mm_set1_epi16(8));
}

#endif
