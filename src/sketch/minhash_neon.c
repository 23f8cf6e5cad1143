/* Two keys, eight slots at a time. */
#include <arm_neon.h>

#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline uint32x2_t key_of(const uint64_t *hash)
{
    uint64x2_t sum = vdupq_n_u64(0);
    for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
        sum = vmlal_n_u32(sum, vmovn_u64(vld1q_u64(hash + k)), run_factor[k]);
    return veor_u32(vmovn_u64(sum), vshrn_n_u64(sum, 32));
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 2 <= count; i += 2)
        vst1_u32(key + i, key_of(hash + i));
    stm_minhash__scalar.keys(key + i, hash + i, count - i);
}

static inline uint16x8_t least_of(const uint32_t *key, size_t count,
                                  uint16x8_t factor, uint16x8_t now)
{
    for (size_t i = 0; i < count; i++) {
        uint16x8_t odd = vdupq_n_u16((uint16_t)(key[i] | 1));
        now = vminq_u16(now, vmulq_u16(odd, factor));
    }
    return now;
}

static void least(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count)
{
    for (size_t f = 0; f < factors; f += 8)
        vst1q_u16(least + f, least_of(key, count, vld1q_u16(factor + f),
                                      vld1q_u16(least + f)));
}

const stm_minhash_kernel stm_minhash__neon = {keys, least};
