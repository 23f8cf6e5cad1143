/* What the kernels do, a key at a time: the definition. */
#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t sum = 0;
        for (size_t k = 0; k < STM_MINHASH_RUN; k++)
            sum += (uint64_t)(uint32_t)hash[i + k] * run_factor[k];
        key[i] = (uint32_t)(sum >> 32) ^ (uint32_t)sum;
    }
}

static void least(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < factors; f++) {
            uint16_t x = (uint16_t)((key[i] | 1) * factor[f]);
            least[f] = x < least[f] ? x : least[f];
        }
}

const stm_minhash_kernel stm_minhash__scalar = {keys, least};
