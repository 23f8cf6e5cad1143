/* Two keys, sixteen slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_place.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline __m128i key_of(const uint64_t *hash)
{
    __m128i sum = _mm_setzero_si128();
    for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
        sum = _mm_add_epi64(
            sum, _mm_mul_epu32(_mm_loadu_si128((const __m128i *)(hash + k)),
                               _mm_set1_epi64x(run_factor[k])));
    sum = _mm_xor_si128(sum, _mm_srli_epi64(sum, 32));
    __m128i low = _mm_and_si128(sum, _mm_set1_epi64x(0xff));
    __m128i none = _mm_cmpeq_epi64(low, _mm_setzero_si128());
    sum = _mm_sub_epi64(sum, none); /* none is -1 */
    return _mm_shuffle_epi32(sum, _MM_SHUFFLE(2, 0, 2, 0));
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 2 <= count; i += 2)
        _mm_storel_epi64((__m128i *)(key + i), key_of(hash + i));
    stm_minhash__scalar.keys(key + i, hash + i, count - i);
}

enum { STEP = 16, STEPS = STM_MINHASH_SLOTS / STEP };

static inline __m128i load(const uint8_t *p)
{
    return _mm_loadu_si128((const __m128i *)p);
}

static void fill(uint8_t *slot, const uint8_t *twice)
{
    const __m128i zero = _mm_setzero_si128();
    __m128i now[STEPS];
    for (unsigned s = 0; s < STEPS; s++)
        now[s] = load(twice + s * STEP);
    for (unsigned i = 0; i < STM_MINHASH_TURNS; i++) {
        const uint8_t *turned = twice + stm_minhash__turn[i];
        __m128i least = now[0];
        for (unsigned s = 1; s < STEPS; s++)
            least = _mm_min_epu8(least, now[s]);
        if (!_mm_movemask_epi8(_mm_cmpeq_epi8(least, zero)))
            break;
        for (unsigned s = 0; s < STEPS; s++)
            now[s] = _mm_blendv_epi8(now[s], load(turned + s * STEP),
                                     _mm_cmpeq_epi8(now[s], zero));
    }
    for (unsigned s = 0; s < STEPS; s++)
        _mm_storeu_si128((__m128i *)(slot + s * STEP), now[s]);
}

static unsigned equal(const uint8_t *a, const uint8_t *b)
{
    unsigned n = 0;
    for (unsigned s = 0; s < STM_MINHASH_SLOTS; s += STEP) {
        __m128i same = _mm_cmpeq_epi8(load(a + s), load(b + s));
        n += (unsigned)__builtin_popcount((unsigned)_mm_movemask_epi8(same));
    }
    return n;
}

/* Which of four keys are not below `bound`. */
static inline unsigned not_below(const uint32_t *key, __m128i bound)
{
    __m128i now = _mm_loadu_si128((const __m128i *)key);
    __m128i over = _mm_cmpeq_epi32(_mm_max_epu32(now, bound), now);
    return (unsigned)_mm_movemask_ps(_mm_castsi128_ps(over));
}

static size_t below(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound)
{
    const __m128i most = _mm_set1_epi32((int)bound);
    size_t n = 0, i = 0;
    for (; i + 4 <= count; i += 4)
        for (unsigned m = ~not_below(key + i, most) & 15; m; m &= m - 1)
            out[n++] = key[i + (size_t)__builtin_ctz(m)];
    return n + stm_minhash__scalar.below(out + n, key + i, count - i, bound);
}

const stm_minhash_kernel stm_minhash__sse42 = {keys, place, fill, equal, below};
