/* Eight words at a time, without a table: the logarithm of eight is had for
 * little more than that of one. Each step is that of gains.c and log.h, in the
 * same order, so that the sums are the same to the last bit. */
#include "align/gains.h"

#include <immintrin.h>

#include "align/weights.h"

enum { WORDS = 8 };

static inline __m256 all(float x) { return _mm256_set1_ps(x); }

/* See log.h. */
static inline __m256 logarithm(__m256 x)
{
    const __m256i root_half = _mm256_set1_epi32(0x3f3504f3);
    __m256i bits = _mm256_add_epi32(_mm256_castps_si256(x),
                                    _mm256_set1_epi32(0x3f800000 - 0x3f3504f3));
    __m256 k = _mm256_cvtepi32_ps(
        _mm256_sub_epi32(_mm256_srli_epi32(bits, 23), _mm256_set1_epi32(127)));
    bits = _mm256_and_si256(bits, _mm256_set1_epi32(0x007fffff));
    x = _mm256_castsi256_ps(_mm256_add_epi32(bits, root_half));
    __m256 f = _mm256_sub_ps(x, all(1));
    __m256 s = _mm256_div_ps(f, _mm256_add_ps(all(2), f));
    __m256 z = _mm256_mul_ps(s, s), w = _mm256_mul_ps(z, z);
    __m256 odd =
        _mm256_mul_ps(z, _mm256_add_ps(all(.66666662693f),
                                       _mm256_mul_ps(w, all(.28498786688f))));
    __m256 even =
        _mm256_mul_ps(w, _mm256_add_ps(all(.40000972152f),
                                       _mm256_mul_ps(w, all(.24279078841f))));
    __m256 half = _mm256_mul_ps(_mm256_mul_ps(all(.5f), f), f);
    __m256 sum = _mm256_add_ps(_mm256_add_ps(half, odd), even);
    sum = _mm256_add_ps(_mm256_mul_ps(s, sum),
                        _mm256_mul_ps(k, all(9.0580006145e-6f)));
    sum = _mm256_add_ps(_mm256_sub_ps(sum, half), f);
    return _mm256_add_ps(sum, _mm256_mul_ps(k, all(6.9313812256e-1f)));
}

/* The counts of eight stems, field by field. */
typedef struct fields {
    __m256i in[2], rest, function;
} fields;

static inline __m256i two(const stm_bag_count *low, const stm_bag_count *high)
{
    return _mm256_inserti128_si256(
        _mm256_castsi128_si256(
            _mm_loadu_si128((const __m128i *)(const void *)low)),
        _mm_loadu_si128((const __m128i *)(const void *)high), 1);
}

/* Four by four numbers change rows for columns, in both halves at once; that
 * takes a third of the time of four gathers. */
static inline fields fetch(const stm_bag_count *count, const uint32_t *stem)
{
    _Static_assert(sizeof *count == 16, "a row of four numbers");
    __m256i a = two(count + stem[0], count + stem[4]);
    __m256i b = two(count + stem[1], count + stem[5]);
    __m256i c = two(count + stem[2], count + stem[6]);
    __m256i d = two(count + stem[3], count + stem[7]);
    __m256i in_ab = _mm256_unpacklo_epi32(a, b);
    __m256i in_cd = _mm256_unpacklo_epi32(c, d);
    __m256i out_ab = _mm256_unpackhi_epi32(a, b);
    __m256i out_cd = _mm256_unpackhi_epi32(c, d);
    return (fields){{_mm256_unpacklo_epi64(in_ab, in_cd),
                     _mm256_unpackhi_epi64(in_ab, in_cd)},
                    _mm256_unpacklo_epi64(out_ab, out_cd),
                    _mm256_unpackhi_epi64(out_ab, out_cd)};
}

/* All ones for words outside [from, to) of this side. */
static inline __m256i lie_beyond(__m256i i, stm_span at)
{
    __m256i before = _mm256_cmpgt_epi32(_mm256_set1_epi32((int)at.from), i);
    __m256i inside = _mm256_cmpgt_epi32(_mm256_set1_epi32((int)at.to), i);
    return _mm256_or_si256(before,
                           _mm256_xor_si256(inside, _mm256_set1_epi32(-1)));
}

static inline __m256 found(const stm_gains *m, __m256 function, __m256i outside)
{
    __m256 most = all(m->most), kept = all(m->kept);
    __m256 seen = _mm256_add_ps(_mm256_cvtepi32_ps(outside),
                                _mm256_blendv_ps(all(STM_REGION_SEEN),
                                                 all(STM_REGION_SEEN_FUNCTION),
                                                 function));
    __m256 rarity = _mm256_add_ps(all(1), _mm256_div_ps(all(m->scale), seen));
    rarity = _mm256_min_ps(rarity, most);
    return logarithm(_mm256_sub_ps(
        _mm256_add_ps(_mm256_mul_ps(kept, rarity), all(1)), kept));
}

/* Where more stand here than there. */
static inline __m256 fitted(__m256 gain, __m256i here, __m256i there,
                            __m256 missing)
{
    __m256 fit =
        _mm256_div_ps(_mm256_cvtepi32_ps(there), _mm256_cvtepi32_ps(here));
    __m256 mixed =
        _mm256_add_ps(_mm256_mul_ps(fit, gain),
                      _mm256_mul_ps(_mm256_sub_ps(all(1), fit), missing));
    __m256i more = _mm256_cmpgt_epi32(here, there);
    return _mm256_blendv_ps(gain, mixed, _mm256_castsi256_ps(more));
}

static inline __m256 eight(const stm_gains *m, const uint32_t *stem, uint32_t i)
{
    const __m256i zero = _mm256_setzero_si256();
    __m256i place = _mm256_add_epi32(_mm256_set1_epi32((int)i),
                                     _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    __m256i beyond = lie_beyond(place, m->span); /* -1 each */
    fields f = fetch(m->count, stem);
    __m256i there = m->side ? f.in[0] : f.in[1];
    __m256i here = _mm256_sub_epi32(m->side ? f.in[1] : f.in[0], beyond);
    __m256i outside = _mm256_add_epi32(f.rest, beyond);
    __m256 function = _mm256_castsi256_ps(_mm256_cmpgt_epi32(f.function, zero));
    __m256 missing = all(m->missing);
    __m256 gain = fitted(found(m, function, outside), here, there, missing);
    gain = _mm256_blendv_ps(
        gain, missing, _mm256_castsi256_ps(_mm256_cmpeq_epi32(there, zero)));
    gain = _mm256_mul_ps(
        gain, _mm256_blendv_ps(all(1), all(STM_REGION_FUNCTION), function));
    __m256i taken = _mm256_cvtepu8_epi32(
        _mm_loadl_epi64((const __m128i *)(const void *)(m->taken + i)));
    return _mm256_blendv_ps(
        gain, all(STM_REGION_TAKEN),
        _mm256_castsi256_ps(_mm256_cmpgt_epi32(taken, zero)));
}

void stm_gains__avx2(const stm_gains *m, uint32_t from, uint32_t to,
                     float *gain)
{
    uint32_t i = from, some[WORDS] = {0};
    for (; i + WORDS <= to; i += WORDS)
        _mm256_storeu_ps(gain + i, eight(m, m->stem + i, i));
    if (i == to)
        return;
    for (uint32_t k = i; k < to; k++)
        some[k - i] = m->stem[k];
    __m256i left =
        _mm256_cmpgt_epi32(_mm256_set1_epi32((int)(to - i)),
                           _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7));
    _mm256_maskstore_ps(gain + i, left, eight(m, some, i));
}
