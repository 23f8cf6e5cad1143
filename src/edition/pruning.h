/* Likelihoods along a tree, of a question with a few answers. */
#ifndef STM_EDITION_PRUNING_H
#define STM_EDITION_PRUNING_H

#include "edition/bench.h"

/* How likely a copyist leaves answer 0, or any other answer; the new one is
 * any of the others, all alike. */
typedef struct stm_edition__step {
    double from_first, from_other;
} stm_edition__step;

typedef struct stm_edition__pruning {
    const stm_edition__bench *b;
    stm_edition__step *step; /* [nodes] of the edge from the parent */
    double *root;            /* [answers] how likely the root has each */
    uint32_t answers;
    double *up, *across, *down; /* [nodes * answers] of what is below, the
                                   same as the parent sees it, of all else */
    double *above;              /* [answers] scratch */
} stm_edition__pruning;

/* In the bench's memory; for at most so many answers. */
bool stm_edition__pruning_make(stm_edition__pruning *p, stm_edition__bench *b,
                               uint32_t most);
/* `state` has what each node answers, or STM_NO_LOCAL where that is not known,
 * and gets the likeliest answer there; `sure` gets how likely it is. */
void stm_edition__prune(stm_edition__pruning *p, uint32_t answers,
                        uint32_t *state, float *sure);

#endif
