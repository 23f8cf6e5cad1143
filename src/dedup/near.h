/* Pairs of documents that may be near. */
#ifndef STM_DEDUP_NEAR_H
#define STM_DEDUP_NEAR_H

#include "dedup/job.h"

/* A pair that the sketches alone do not decide. */
typedef struct stm_near_pair {
    uint32_t a, b; /* a < b */
    float estimate;
} stm_near_pair;
typedef STM_VEC(stm_near_pair) stm_near_pairs;

/* Joins the pairs that are surely near; the others go to `open`, each once, by
 * falling estimate. */
stm_status stm_near__find(stm_near_pairs *open, stm_dedup_job *j,
                          stm_error *err);
/* near's furniture: the runs at the edges that many sets of documents have,
 * where a pair of `open` counts as joined. */
stm_status stm_near__frequent(stm_dedup_job *j, const stm_near_pairs *open,
                              stm_error *err);
/* Joins those of `open` that are near by their texts. */
stm_status stm_near__decide(stm_dedup_job *j, const stm_near_pairs *open,
                            stm_error *err);

#endif
