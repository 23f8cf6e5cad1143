/* Two keys, eight slots at a time. */
#include <immintrin.h>

#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline __m128i key_of(const uint64_t *hash)
{
    __m128i sum = _mm_setzero_si128();
    for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
        sum = _mm_add_epi64(
            sum, _mm_mul_epu32(_mm_loadu_si128((const __m128i *)(hash + k)),
                               _mm_set1_epi64x(run_factor[k])));
    sum = _mm_xor_si128(sum, _mm_srli_epi64(sum, 32));
    return _mm_shuffle_epi32(sum, _MM_SHUFFLE(2, 0, 2, 0));
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 2 <= count; i += 2)
        _mm_storel_epi64((__m128i *)(key + i), key_of(hash + i));
    stm_minhash__scalar.keys(key + i, hash + i, count - i);
}

/* The low 16 bits of a key in both halves of all lanes. */
static inline __m128i twice(uint32_t key)
{
    return _mm_set1_epi32((int)((key & 0xffff) * 0x10001u | 0x10001u));
}

static inline __m128i least_of(const uint32_t *key, size_t count,
                               __m128i factor, __m128i now)
{
    for (size_t i = 0; i < count; i++)
        now = _mm_min_epu16(now, _mm_mullo_epi16(twice(key[i]), factor));
    return now;
}

static void least(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count)
{
    for (size_t f = 0; f < factors; f += 8) {
        __m128i *at = (__m128i *)(least + f);
        __m128i by = _mm_loadu_si128((const __m128i *)(factor + f));
        _mm_storeu_si128(at, least_of(key, count, by, _mm_loadu_si128(at)));
    }
}

const stm_minhash_kernel stm_minhash__sse42 = {keys, least};
