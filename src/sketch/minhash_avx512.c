/* Eight keys, thirty-two slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    for (size_t i = 0; i < count; i += 8) {
        size_t left = count - i;
        __mmask8 some = (__mmask8)(left < 8 ? (1u << left) - 1 : 0xff);
        __m512i sum = _mm512_setzero_si512();
        for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
            sum = _mm512_add_epi64(
                sum,
                _mm512_mul_epu32(_mm512_maskz_loadu_epi64(some, hash + i + k),
                                 _mm512_set1_epi64(run_factor[k])));
        sum = _mm512_xor_si512(sum, _mm512_srli_epi64(sum, 32));
        _mm256_storeu_si256((__m256i *)(key + i), _mm512_cvtepi64_epi32(sum));
    }
}

/* The low 16 bits of a key in both halves of all lanes. */
static inline __m512i twice(uint32_t key)
{
    return _mm512_set1_epi32((int)((key & 0xffff) * 0x10001u | 0x10001u));
}

static inline __m512i least_of(const uint32_t *key, size_t count,
                               __m512i factor, __m512i start)
{
    __m512i even = start, odd = start;
    size_t i = 0;
    for (; i + 2 <= count; i += 2) {
        even =
            _mm512_min_epu16(even, _mm512_mullo_epi16(twice(key[i]), factor));
        odd = _mm512_min_epu16(odd,
                               _mm512_mullo_epi16(twice(key[i + 1]), factor));
    }
    if (i < count)
        even =
            _mm512_min_epu16(even, _mm512_mullo_epi16(twice(key[i]), factor));
    return _mm512_min_epu16(even, odd);
}

static inline __m512i lesser(__m512i now, __m512i key, const __m512i factor)
{
    return _mm512_min_epu16(now, _mm512_mullo_epi16(key, factor));
}

/* All slots at once: a short text leaves most of them empty. */
static void least_of_all(uint16_t *least, const uint16_t *factor,
                         const uint32_t *key, size_t count)
{
    const __m512i f0 = _mm512_loadu_si512(factor);
    const __m512i f1 = _mm512_loadu_si512(factor + 32);
    const __m512i f2 = _mm512_loadu_si512(factor + 64);
    const __m512i f3 = _mm512_loadu_si512(factor + 96);
    __m512i a = _mm512_loadu_si512(least);
    __m512i b = _mm512_loadu_si512(least + 32);
    __m512i c = _mm512_loadu_si512(least + 64);
    __m512i d = _mm512_loadu_si512(least + 96);
    for (size_t i = 0; i < count; i++) {
        __m512i k = twice(key[i]);
        a = lesser(a, k, f0);
        b = lesser(b, k, f1);
        c = lesser(c, k, f2);
        d = lesser(d, k, f3);
    }
    _mm512_storeu_si512(least, a);
    _mm512_storeu_si512(least + 32, b);
    _mm512_storeu_si512(least + 64, c);
    _mm512_storeu_si512(least + 96, d);
}

static void least(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count)
{
    if (factors == STM_MINHASH_SLOTS) {
        least_of_all(least, factor, key, count);
        return;
    }
    for (size_t f = 0; f < factors; f += STM_MINHASH_LANES) {
        __m512i now = _mm512_loadu_si512(least + f);
        __m512i by = _mm512_loadu_si512(factor + f);
        _mm512_storeu_si512(least + f, least_of(key, count, by, now));
    }
}

const stm_minhash_kernel stm_minhash__avx512 = {keys, least};
