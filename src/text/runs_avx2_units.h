/* Units of two and three bytes, thirty-two of their first bytes at a time.
 * Bytes over 127 are below 0 here, those that follow a first one below all
 * others. */
#ifndef STM_TEXT_RUNS_AVX2_UNITS_H
#define STM_TEXT_RUNS_AVX2_UNITS_H

#include "text/runs_bits.h"

/* A file that includes this has defined bits(), load() and every(). */

static inline __m256i is(__m256i bytes, unsigned char c)
{
    return _mm256_cmpeq_epi8(bytes, every(c));
}

static inline __m256i under(__m256i bytes, unsigned char c)
{
    return _mm256_cmpgt_epi8(every(c), bytes);
}

/* Under `last`, and not under `first`. */
static inline __m256i from_to(__m256i bytes, unsigned char first,
                              unsigned char last)
{
    return _mm256_andnot_si256(under(bytes, first), under(bytes, last));
}

/* Not the signs of times and division, which differ in a bit. */
static inline __m256i latin_of(__m256i c3, __m256i second)
{
    __m256i sign = is(_mm256_andnot_si256(every(0x20), second), 0x97);
    return _mm256_andnot_si256(sign, _mm256_and_si256(c3, under(second, 0xc0)));
}

static inline __m256i marks_of(__m256i first, __m256i second)
{
    __m256i any =
        _mm256_or_si256(under(second, 0xaa), from_to(second, 0xae, 0xb2));
    any = _mm256_or_si256(any, is(second, 0xab));
    any = _mm256_or_si256(any, is(second, 0xbb));
    return _mm256_and_si256(is(first, 0xc2), any);
}

static inline stm_unit_bits two_bytes_of_half(const char *p)
{
    __m256i first = load(p), second = load(p + 1);
    __m256i low = under(second, 0xa0);
    __m256i d0 = _mm256_andnot_si256(under(second, 0x90), is(first, 0xd0));
    __m256i d1 = _mm256_and_si256(is(first, 0xd1), low);
    __m256i latin = latin_of(is(first, 0xc3), second);
    __m256i cyrillic =
        _mm256_or_si256(_mm256_and_si256(d0, under(second, 0xc0)), d1);
    __m256i capital =
        _mm256_or_si256(_mm256_and_si256(latin, low),
                        _mm256_and_si256(d0, under(second, 0xb0)));
    return (stm_unit_bits){.latin = bits(latin),
                           .cyrillic = bits(cyrillic),
                           .capital = bits(capital),
                           .mark = bits(marks_of(first, second))};
}

static inline stm_unit_bits two_byte_units(const char *p)
{
    stm_unit_bits a = two_bytes_of_half(p), b = two_bytes_of_half(p + 32);
    return (stm_unit_bits){.latin = a.latin | b.latin << 32,
                           .cyrillic = a.cyrillic | b.cyrillic << 32,
                           .capital = a.capital | b.capital << 32,
                           .mark = a.mark | b.mark << 32};
}

static inline uint64_t dashes_of_half(const char *p)
{
    __m256i third = load(p + 2);
    __m256i lead = _mm256_and_si256(is(load(p), 0xe2), is(load(p + 1), 0x80));
    __m256i quotes = is(_mm256_or_si256(third, every(1)), 0x99);
    __m256i not = _mm256_or_si256(quotes, is(third, 0x9b));
    __m256i dash = _mm256_and_si256(lead, from_to(third, 0x90, 0xa8));
    return bits(_mm256_andnot_si256(not, dash));
}

static inline uint64_t dashes(const char *p)
{
    return dashes_of_half(p) | dashes_of_half(p + 32) << 32;
}

static inline bool has_east(const char *p)
{
    __m256i low = from_to(load(p), 0xe3, 0xf0);
    return bits(_mm256_or_si256(low, from_to(load(p + 32), 0xe3, 0xf0)));
}

#endif
