/* Four keys, thirty-two slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_place.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline __m256i key_of(const uint64_t *hash)
{
    __m256i sum = _mm256_setzero_si256();
    for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
        sum = _mm256_add_epi64(
            sum,
            _mm256_mul_epu32(_mm256_loadu_si256((const __m256i *)(hash + k)),
                             _mm256_set1_epi64x(run_factor[k])));
    sum = _mm256_xor_si256(sum, _mm256_srli_epi64(sum, 32));
    __m256i low = _mm256_and_si256(sum, _mm256_set1_epi64x(0xff));
    __m256i none = _mm256_cmpeq_epi64(low, _mm256_setzero_si256());
    sum = _mm256_sub_epi64(sum, none); /* none is -1 */
    return _mm256_permutevar8x32_epi32(
        sum, _mm256_setr_epi32(0, 2, 4, 6, 0, 2, 4, 6));
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 4 <= count; i += 4)
        _mm_storeu_si128((__m128i *)(key + i),
                         _mm256_castsi256_si128(key_of(hash + i)));
    stm_minhash__scalar.keys(key + i, hash + i, count - i);
}

static inline __m256i load(const uint8_t *p)
{
    return _mm256_loadu_si256((const __m256i *)p);
}

/* What `slot` has, or `turned` where that is 0. */
static inline __m256i either(__m256i slot, const uint8_t *turned)
{
    __m256i none = _mm256_cmpeq_epi8(slot, _mm256_setzero_si256());
    return _mm256_blendv_epi8(slot, load(turned), none);
}

static void fill(uint8_t *slot, const uint8_t *twice)
{
    __m256i a = load(twice), b = load(twice + 32), c = load(twice + 64),
            d = load(twice + 96);
    for (unsigned i = 0; i < STM_MINHASH_TURNS; i++) {
        const uint8_t *turned = twice + stm_minhash__turn[i];
        __m256i least =
            _mm256_min_epu8(_mm256_min_epu8(a, b), _mm256_min_epu8(c, d));
        __m256i none = _mm256_cmpeq_epi8(least, _mm256_setzero_si256());
        if (!_mm256_movemask_epi8(none))
            break;
        a = either(a, turned);
        b = either(b, turned + 32);
        c = either(c, turned + 64);
        d = either(d, turned + 96);
    }
    _mm256_storeu_si256((__m256i *)slot, a);
    _mm256_storeu_si256((__m256i *)(slot + 32), b);
    _mm256_storeu_si256((__m256i *)(slot + 64), c);
    _mm256_storeu_si256((__m256i *)(slot + 96), d);
}

static inline unsigned equal_bits(const uint8_t *a, const uint8_t *b)
{
    return (unsigned)_mm256_movemask_epi8(_mm256_cmpeq_epi8(load(a), load(b)));
}

static unsigned equal(const uint8_t *a, const uint8_t *b)
{
    unsigned n = 0;
    for (unsigned s = 0; s < STM_MINHASH_SLOTS; s += 32)
        n += (unsigned)__builtin_popcount(equal_bits(a + s, b + s));
    return n;
}

/* Which of eight keys are not below `bound`. */
static inline unsigned not_below(const uint32_t *key, __m256i bound)
{
    __m256i now = _mm256_loadu_si256((const __m256i *)key);
    __m256i over = _mm256_cmpeq_epi32(_mm256_max_epu32(now, bound), now);
    return (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(over));
}

static size_t below(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound)
{
    const __m256i most = _mm256_set1_epi32((int)bound);
    size_t n = 0, i = 0;
    for (; i + 8 <= count; i += 8)
        for (unsigned m = ~not_below(key + i, most) & 0xff; m; m &= m - 1)
            out[n++] = key[i + (size_t)__builtin_ctz(m)];
    return n + stm_minhash__scalar.below(out + n, key + i, count - i, bound);
}

const stm_minhash_kernel stm_minhash__avx2 = {keys, place, fill, equal, below};
