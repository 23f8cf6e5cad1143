/* The inner loops of minhash.c, one file an instruction set, all with the same
 * results. */
#ifndef STM_SKETCH_MINHASH_KERNEL_H
#define STM_SKETCH_MINHASH_KERNEL_H

#include "sketch/minhash.h"

enum {
    /* Factors that are worked on at once: lists of them are filled up. */
    STM_MINHASH_LANES = 32,
    /* Keys made in one go; kernels may write as many more as a register has. */
    STM_MINHASH_CHUNK = 512,
    STM_MINHASH_SLACK = 16
};

/* Odd, near 2^32: the sum of products then spreads over all 64 bits. */
#define STM_MINHASH_RUN_FACTORS \
    0xf58c4a71, 0xe97fb4e9, 0xfb3a1d27, 0xed5ad4bb, 0xf1bbcdcb

typedef struct stm_minhash_kernel {
    /* key[i] of the run of words hash[i, i + STM_MINHASH_RUN), i < count: the
     * two halves of the sum of products of the hashes' low halves, one ^ the
     * other. */
    void (*keys)(uint32_t *key, const uint64_t *hash, size_t count);
    /* least[f] = the least of itself and of the low 16 bits of (key | 1) *
     * factor[f], for all keys and all f < `factors`, which is a multiple of
     * STM_MINHASH_LANES. */
    void (*least)(uint16_t *least, const uint16_t *factor, size_t factors,
                  const uint32_t *key, size_t count);
} stm_minhash_kernel;

extern const stm_minhash_kernel stm_minhash__scalar, stm_minhash__sse42,
    stm_minhash__avx2, stm_minhash__avx512, stm_minhash__neon;

/* The fastest that this processor runs. */
const stm_minhash_kernel *stm_minhash__kernel(void);

/* stm_minhash__make with a certain kernel. */
void stm_minhash__make_by(stm_minhash *out, const stm_minhash_kernel *kernel,
                          const uint64_t *hash, size_t count);

#endif
