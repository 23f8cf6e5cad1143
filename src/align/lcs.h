/* Longest common subsequences of words: which word of the one is kept as which
 * word of the other. */
#ifndef STM_ALIGN_LCS_H
#define STM_ALIGN_LCS_H

#include <stdbool.h>
#include <stdint.h>

#include "align/prefix.h"
#include "base/vec.h"

/* Called for all words kept in place, last first: `n` words of a from `a` on
 * are those of b from `b` on, where more may follow. */
typedef void stm_kept_fn(uint32_t a, uint32_t b, uint32_t n, void *user);

/* Room that is used again and again; free its vectors. */
typedef struct stm_lcs_work {
    STM_VEC(int32_t) far;
    STM_VEC(uint64_t) rows;
    STM_VEC(uint64_t) bits;
    STM_VEC(uint32_t) words;
    STM_VEC(uint32_t) turned;
} stm_lcs_work;
void stm_lcs__free(stm_lcs_work *work);

typedef struct stm_lcs {
    const uint32_t *a, *b;
    uint32_t na, nb;
    stm_prefix_fn *prefix;
    stm_lcs_work *work;
    stm_kept_fn *kept;
    void *user;
} stm_lcs;

typedef enum stm_lcs_end {
    STM_LCS_DONE,
    STM_LCS_TOO_FAR, /* they differ in more places than were looked for */
    STM_LCS_NO_MEMORY
} stm_lcs_end;

/* greedy.c: the fewest insertions and deletions (Myers 1986), as long as they
 * are few. Nothing is kept unless it is done. */
stm_lcs_end stm_lcs__greedy(const stm_lcs *x);
/* bits.c: bit-parallel, at any difference; too far where the rows would take
 * more than STM_LCS_ROWS bytes. */
stm_lcs_end stm_lcs__bits(const stm_lcs *x);

#endif
