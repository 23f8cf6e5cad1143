/* Whether two documents are the same, from 128 bits each. */
#ifndef STM_SKETCH_EXACT_H
#define STM_SKETCH_EXACT_H

#include <stemma/base.h>

typedef struct stm_exact {
    uint64_t low, high;
} stm_exact;

static inline bool stm_exact_eq(stm_exact a, stm_exact b)
{
    return a.low == b.low && a.high == b.high;
}

/* The same bytes. */
stm_exact stm_exact__bytes(stm_str bytes);
/* The same words in the same order, whatever stands between them, from their
 * hashes (`stm_hashes_scan`). */
stm_exact stm_exact__words(const uint64_t *hash, size_t count);

/* What both go by, one an instruction set, all with the same results. */
stm_exact stm_exact__hash(const void *p, size_t n);
stm_exact stm_exact__hash_avx2(const void *p, size_t n);
stm_exact stm_exact__hash_avx512(const void *p, size_t n);

#endif
