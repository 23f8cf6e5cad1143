/* What the kernels do, a key at a time: the definition. */
#include <string.h>

#include "sketch/minhash_kernel.h"

static const uint32_t run_factor[STM_MINHASH_RUN] = {STM_MINHASH_RUN_FACTORS};

static void keys(uint32_t *key, const uint64_t *hash, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint64_t sum = 0;
        for (size_t k = 0; k < STM_MINHASH_RUN; k++)
            sum += (uint64_t)(uint32_t)hash[i + k] * run_factor[k];
        uint32_t x = (uint32_t)(sum >> 32) ^ (uint32_t)sum;
        key[i] = x | !(x & 0xff);
    }
}

static void place(uint32_t least[STM_MINHASH_SLOTS], const uint32_t *key,
                  size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t *slot = least + (key[i] >> STM_MINHASH_SHIFT);
        *slot = key[i] < *slot ? key[i] : *slot;
    }
}

static bool turn(uint8_t *slot, const uint8_t *turned)
{
    bool empty = false;
    for (size_t s = 0; s < STM_MINHASH_SLOTS; s++) {
        slot[s] = slot[s] ? slot[s] : turned[s];
        empty |= !slot[s];
    }
    return empty;
}

static void fill(uint8_t *slot, const uint8_t *twice)
{
    memcpy(slot, twice, STM_MINHASH_SLOTS);
    for (size_t i = 0; i < STM_MINHASH_TURNS; i++)
        if (!turn(slot, twice + stm_minhash__turn[i]))
            return;
}

static unsigned equal(const uint8_t *a, const uint8_t *b)
{
    unsigned n = 0;
    for (size_t s = 0; s < STM_MINHASH_SLOTS; s++)
        n += a[s] == b[s];
    return n;
}

static size_t below(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        out[n] = key[i];
        n += key[i] < bound;
    }
    return n;
}

const stm_minhash_kernel stm_minhash__scalar = {keys, place, fill, equal,
                                                below};
