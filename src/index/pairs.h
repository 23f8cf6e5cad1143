/* Sketches -> the pairs of texts that are worth a closer look. */
#ifndef STM_INDEX_PAIRS_H
#define STM_INDEX_PAIRS_H

#include "sketch/sketch.h"

typedef struct stm_pair {
    uint32_t a, b; /* a < b */
    bool apart;    /* nothing can have been copied, see near.h */
} stm_pair;

typedef struct stm_pairs {
    stm_pair *items; /* malloc'd; by (a, b) */
    size_t count;
    size_t cut; /* pairs found but left out: over `most_each` */
} stm_pairs;

/* All pairs of `count` texts. */
stm_status stm_pairs__all(stm_pairs *out, size_t count, stm_error *err);

/* Pairs that share a run, two names in order, or three rare stems. Each text is
 * paired with at most `most_each` of the texts after it, those it shares most
 * with. Work is bounded also where all texts share a key: such a key then
 * links each text to the next ones only, which still joins them all. */
stm_status stm_pairs__find(stm_pairs *out, const stm_sketch *const *sketches,
                           size_t count, uint32_t most_each, stm_error *err);

void stm_pairs__free(stm_pairs *p);

#endif
