/* Where each window of a corpus came first, from its suffixes in order. See
 * cut_windows.h for windows. */
#ifndef STM_DEDUP_CUT_REPEATS_H
#define STM_DEDUP_CUT_REPEATS_H

#include "dedup/cut_row.h"

/* Places of the row, by places of the row. Start with {0}. */
typedef struct stm_cut_repeats {
    /* Of the shortest window that begins with each word: the first word of its
     * like that came first; itself where it has come for the first time. */
    uint32_t *first;
    /* Of the windows that end with each word and are not the shortest from
     * their first words on: the last word of their like that came first. */
    uint32_t *first_end;
} stm_cut_repeats;

/* The row is as it was, afterwards. STM_ENOMEM; STM_EARG where this build has
 * nothing to sort with. */
stm_status stm_cut_repeats__find(stm_cut_repeats *out, stm_cut_row *r,
                                 stm_error *err);
void stm_cut_repeats__free(stm_cut_repeats *r);

#endif
