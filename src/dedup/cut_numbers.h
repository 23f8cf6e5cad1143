/* Strings of bytes as small numbers: equal where the bytes are, in the order in
 * which they first came. */
#ifndef STM_DEDUP_CUT_NUMBERS_H
#define STM_DEDUP_CUT_NUMBERS_H

#include <stemma/base.h>

#include "base/vec.h"

/* Start with {0}. */
typedef struct stm_cut_numbers {
    STM_VEC(char) bytes;      /* of all strings, one behind the other */
    STM_VEC(uint64_t) end;    /* of each string among them */
    STM_VEC(uint64_t) number; /* open addressing: half a hash, number + 1 */
} stm_cut_numbers;

void stm_cut_numbers__free(stm_cut_numbers *n);
/* The number of the string, a new one where it has not come. STM_ENOMEM; there
 * are at most 2^31 strings: STM_ELIMIT. */
stm_status stm_cut_numbers__of(uint32_t *number, stm_cut_numbers *n, stm_str s,
                               stm_error *err);
static inline uint32_t stm_cut_numbers__count(const stm_cut_numbers *n)
{
    return (uint32_t)n->end.count;
}
/* What is taken of memory. */
uint64_t stm_cut_numbers__bytes(const stm_cut_numbers *n);

#endif
