/* The inner loops of minhash.c, one file an instruction set, all with the same
 * results. */
#ifndef STM_SKETCH_MINHASH_KERNEL_H
#define STM_SKETCH_MINHASH_KERNEL_H

#include "sketch/minhash.h"

/* Odd, near 2^32: the sum of products then spreads over all 64 bits. */
#define STM_MINHASH_RUN_FACTORS \
    0xf58c4a71, 0xe97fb4e9, 0xfb3a1d27, 0xed5ad4bb, 0xf1bbcdcb

enum {
    STM_MINHASH_TURNS = STM_MINHASH_SLOTS - 1,
    STM_MINHASH_SHIFT = 32 - 7 /* of a key, to its slot */
};
/* All numbers from 1 to 127, in no order (Fisher-Yates with stm_mix64(i)). */
extern const uint8_t stm_minhash__turn[STM_MINHASH_TURNS];

typedef struct stm_minhash_kernel {
    /* key[i] of the run of words hash[i, i + STM_MINHASH_RUN), i < count: the
     * two halves of the sum of products of the hashes' low halves, one ^ the
     * other; plus 1 where the lowest byte would be 0. Writes up to
     * STM_MINHASH_SLACK keys behind. */
    void (*keys)(uint32_t *key, const uint64_t *hash, size_t count);
    /* Makes of each slot the least of itself and its keys. */
    void (*place)(uint32_t least[STM_MINHASH_SLOTS], const uint32_t *key,
                  size_t count);
    /* Gives the slots of `twice` that are 0 what others have: turn by turn,
     * slot s that of s + stm_minhash__turn. `twice` has all slots two times. */
    void (*fill)(uint8_t *slot, const uint8_t *twice);
    /* How many of the slots are equal. */
    unsigned (*equal)(const uint8_t *a, const uint8_t *b);
    /* Puts down, in order, the keys that are below `bound`; returns how many.
     * Up to STM_MINHASH_SLACK more may be written. */
    size_t (*below)(uint32_t *out, const uint32_t *key, size_t count,
                    uint32_t bound);
} stm_minhash_kernel;

extern const stm_minhash_kernel stm_minhash__scalar, stm_minhash__sse42,
    stm_minhash__avx2, stm_minhash__avx512, stm_minhash__neon;

/* The fastest that this processor runs. */
const stm_minhash_kernel *stm_minhash__kernel(void);

/* What minhash.h has, with a certain kernel. */
size_t stm_minhash__keys_by(const stm_minhash_kernel *kernel, uint32_t *key,
                            const uint64_t *hash, size_t count);
void stm_minhash__make_by(const stm_minhash_kernel *kernel, stm_minhash *out,
                          const uint32_t *key, size_t runs);

#endif
