/* Two keys, sixteen slots at a time. */
#include <arm_neon.h>

#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static inline uint32x2_t key_of(const uint64_t *hash)
{
    uint64x2_t sum = vdupq_n_u64(0);
    for (unsigned k = 0; k < STM_MINHASH_RUN; k++)
        sum = vmlal_n_u32(sum, vmovn_u64(vld1q_u64(hash + k)), run_factor[k]);
    uint32x2_t key = veor_u32(vmovn_u64(sum), vshrn_n_u64(sum, 32));
    uint32x2_t none = vceqz_u32(vand_u32(key, vdup_n_u32(0xff)));
    return vsub_u32(key, none); /* none is -1 */
}

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    size_t i = 0;
    for (; i + 2 <= count; i += 2)
        vst1_u32(key + i, key_of(hash + i));
    stm_minhash__scalar.keys(key + i, hash + i, count - i);
}

static void place(uint32_t least[STM_MINHASH_SLOTS], const uint32_t *key,
                  size_t count)
{
    stm_minhash__scalar.place(least, key, count);
}

enum { STEP = 16, STEPS = STM_MINHASH_SLOTS / STEP };

static void fill(uint8_t *slot, const uint8_t *twice)
{
    uint8x16_t now[STEPS];
    for (unsigned s = 0; s < STEPS; s++)
        now[s] = vld1q_u8(twice + s * STEP);
    for (unsigned i = 0; i < STM_MINHASH_TURNS; i++) {
        const uint8_t *turned = twice + stm_minhash__turn[i];
        uint8x16_t least = now[0];
        for (unsigned s = 1; s < STEPS; s++)
            least = vminq_u8(least, now[s]);
        if (vminvq_u8(least))
            break;
        for (unsigned s = 0; s < STEPS; s++)
            now[s] = vbslq_u8(vceqzq_u8(now[s]), vld1q_u8(turned + s * STEP),
                              now[s]);
    }
    for (unsigned s = 0; s < STEPS; s++)
        vst1q_u8(slot + s * STEP, now[s]);
}

static unsigned equal(const uint8_t *a, const uint8_t *b)
{
    uint8x16_t sum = vdupq_n_u8(0); /* no more than eight a byte */
    for (unsigned s = 0; s < STM_MINHASH_SLOTS; s += STEP)
        sum = vsubq_u8(sum, vceqq_u8(vld1q_u8(a + s), vld1q_u8(b + s)));
    return vaddvq_u8(sum);
}

static size_t below(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound)
{
    size_t n = 0, i = 0;
    for (; i + 4 <= count; i += 4) {
        uint32x4_t low = vcltq_u32(vld1q_u32(key + i), vdupq_n_u32(bound));
        if (vmaxvq_u32(low))
            n += stm_minhash__scalar.below(out + n, key + i, 4, bound);
    }
    return n + stm_minhash__scalar.below(out + n, key + i, count - i, bound);
}

const stm_minhash_kernel stm_minhash__neon = {keys, place, fill, equal, below};
