/* Four keys, sixteen slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_kernel.h"

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

/* The low 16 bits of a key in both halves of all lanes. */
static inline __m256i twice(uint32_t key)
{
    return _mm256_set1_epi32((int)((key & 0xffff) * 0x10001u | 0x10001u));
}

static inline __m256i least_of(const uint32_t *key, size_t count,
                               __m256i factor, __m256i now)
{
    for (size_t i = 0; i < count; i++)
        now = _mm256_min_epu16(now, _mm256_mullo_epi16(twice(key[i]), factor));
    return now;
}

static void least(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count)
{
    for (size_t f = 0; f < factors; f += 16) {
        __m256i *at = (__m256i *)(least + f);
        __m256i by = _mm256_loadu_si256((const __m256i *)(factor + f));
        _mm256_storeu_si256(at,
                            least_of(key, count, by, _mm256_loadu_si256(at)));
    }
}

const stm_minhash_kernel stm_minhash__avx2 = {keys, least};
