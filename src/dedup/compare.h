/* Two documents by their words. */
#ifndef STM_DEDUP_COMPARE_H
#define STM_DEDUP_COMPARE_H

#include "dedup/frequent.h"

/* A document as numbers: its runs, and which of them are furniture. */
typedef struct stm_shape {
    STM_VEC(uint32_t) run;
    STM_VEC(uint8_t) furniture;
    size_t marked; /* runs that are furniture */
} stm_shape;

typedef struct stm_seen_run {
    uint32_t run, who;
} stm_seen_run;

/* A worker's own; start with {0}. */
typedef struct stm_compare {
    stm_shape a, b;
    STM_VEC(stm_seen_run) seen; /* open addressing */
} stm_compare;

void stm_compare__free(stm_compare *c);
/* `furniture` may be NULL: none is. */
stm_status stm_shape__make(stm_shape *s, const uint64_t *hash, size_t words,
                           const stm_frequent *furniture, stm_error *err);
/* How alike a and b are, by the Jaccard index of their runs. */
typedef struct stm_alike {
    double all;     /* of all runs */
    double content; /* of those that are not furniture */
} stm_alike;
stm_status stm_compare__jaccard(stm_alike *out, stm_compare *c, stm_error *err);

#endif
