/* One row of the bit-parallel longest common subsequence: the inner loop where
 * two texts have little in common, one file an instruction set. */
#ifndef STM_ALIGN_ROW_H
#define STM_ALIGN_ROW_H

#include <stddef.h>
#include <stdint.h>

/* V' = (V + (V & M)) | (V & ~M) of numbers of `width` words, lowest first, in
 * which the sum carries from word to word; `to` is apart from both others
 * (Crochemore et al. 2001; Hyyro 2004). */
typedef void stm_row_fn(uint64_t *restrict to, const uint64_t *restrict from,
                        const uint64_t *restrict mask, size_t width);

stm_row_fn stm_align__row_scalar, stm_align__row_avx2;

enum { STM_ROW_WIDE = 4 /* words from which a kernel is faster */ };

/* The fastest for wide rows that this processor runs. */
stm_row_fn *stm_align__row(void);

/* The words of a row that are left, from word `k` on, after a carry; for
 * kernels, which leave to it what their instructions do not do well. The carry
 * out of word `end` - 1. */
static inline uint64_t stm_row__words(uint64_t *restrict to,
                                      const uint64_t *restrict from,
                                      const uint64_t *restrict mask, size_t k,
                                      size_t end, uint64_t carry)
{
    for (; k < end; k++) {
        uint64_t v = from[k], u = v & mask[k];
        uint64_t sum = v + u, all = sum + carry;
        carry = (sum < v) | (all < sum);
        to[k] = all | (v ^ u);
    }
    return carry;
}

#endif
