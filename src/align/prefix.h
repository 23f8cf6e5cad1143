/* How many words two texts have in common from here on: the inner loop of all
 * that compares word by word, one file an instruction set. */
#ifndef STM_ALIGN_PREFIX_H
#define STM_ALIGN_PREFIX_H

#include <stddef.h>
#include <stdint.h>

/* The number of words that a[0..n) and b[0..n) share before they differ. */
typedef size_t stm_prefix_fn(const uint32_t *a, const uint32_t *b, size_t n);

stm_prefix_fn stm_align__prefix_scalar, stm_align__prefix_avx2;

/* The fastest that this processor runs. */
stm_prefix_fn *stm_align__prefix(void);

#endif
