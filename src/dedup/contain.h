/* Documents that may stand in others. */
#ifndef STM_DEDUP_CONTAIN_H
#define STM_DEDUP_CONTAIN_H

#include "dedup/job.h"

/* `small` has no more words than `large`; of equals `large` comes first. */
typedef struct stm_contain_pair {
    uint32_t small, large;
    uint32_t shared; /* prints; or STM_CONTAIN_ALL: they have the same words, in
                        another order */
} stm_contain_pair;
#define STM_CONTAIN_ALL UINT32_MAX
typedef STM_VEC(stm_contain_pair) stm_contain_pairs;

/* The pairs of kept documents that share enough prints, by `small`, the most
 * shared first; runs that many have become furniture. */
stm_status stm_contain__find(stm_contain_pairs *out, stm_dedup_job *j,
                             stm_error *err);

#endif
