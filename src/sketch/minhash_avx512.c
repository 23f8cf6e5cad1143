/* Eight keys, sixty-four slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_place.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline __m512i product(__m512i words, unsigned k)
{
    return _mm512_mul_epu32(words, _mm512_set1_epi64(run_factor[k]));
}

static inline void key_of(uint32_t *key, const uint64_t *hash, __mmask8 some)
{
    __m512i sum = product(_mm512_maskz_loadu_epi64(some, hash), 0);
    for (unsigned k = 1; k < STM_MINHASH_RUN; k++)
        sum = _mm512_add_epi64(
            sum, product(_mm512_maskz_loadu_epi64(some, hash + k), k));
    sum = _mm512_xor_si512(sum, _mm512_srli_epi64(sum, 32));
    __mmask8 even = _mm512_testn_epi64_mask(sum, _mm512_set1_epi64(0xff));
    sum = _mm512_mask_or_epi64(sum, even, sum, _mm512_set1_epi64(1));
    _mm256_storeu_si256((__m256i *)key, _mm512_cvtepi64_epi32(sum));
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 8 <= count; i += 8)
        key_of(key + i, hash + i, 0xff);
    if (i < count)
        key_of(key + i, hash + i, (__mmask8)((1u << (count - i)) - 1));
}

/* What `slot` has, or `turned` where that is 0. */
static inline __m512i either(__m512i slot, const uint8_t *turned)
{
    return _mm512_mask_mov_epi8(slot, _mm512_testn_epi8_mask(slot, slot),
                                _mm512_loadu_si512(turned));
}

/* Short texts take some ten turns. */
static void fill(uint8_t *slot, const uint8_t *twice)
{
    enum { STEP = 4 };
    __m512i low = _mm512_loadu_si512(twice);
    __m512i high = _mm512_loadu_si512(twice + 64);
    for (unsigned i = 0; i + STEP <= STM_MINHASH_TURNS + 1; i += STEP) {
        __m512i least = _mm512_min_epu8(low, high);
        if (!_mm512_testn_epi8_mask(least, least))
            break;
        for (unsigned k = i; k < i + STEP && k < STM_MINHASH_TURNS; k++) {
            low = either(low, twice + stm_minhash__turn[k]);
            high = either(high, twice + stm_minhash__turn[k] + 64);
        }
    }
    _mm512_storeu_si512(slot, low);
    _mm512_storeu_si512(slot + 64, high);
}

static unsigned equal(const uint8_t *a, const uint8_t *b)
{
    uint64_t low =
        _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(a), _mm512_loadu_si512(b));
    uint64_t high = _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(a + 64),
                                           _mm512_loadu_si512(b + 64));
    return (unsigned)(__builtin_popcountll(low) + __builtin_popcountll(high));
}

static size_t below(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound)
{
    const __m512i most = _mm512_set1_epi32((int)bound);
    size_t n = 0;
    for (size_t i = 0; i < count; i += 16) {
        size_t left = count - i;
        __mmask16 some = (__mmask16)(left < 16 ? (1u << left) - 1 : 0xffff);
        __m512i now = _mm512_maskz_loadu_epi32(some, key + i);
        __mmask16 low = _mm512_mask_cmplt_epu32_mask(some, now, most);
        _mm512_storeu_si512(out + n, _mm512_maskz_compress_epi32(low, now));
        n += (size_t)__builtin_popcount(low);
    }
    return n;
}

const stm_minhash_kernel stm_minhash__avx512 = {keys, place, fill, equal,
                                                below};
