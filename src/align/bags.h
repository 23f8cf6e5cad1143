/* The evidence that a stretch of one text comes from a stretch of the other,
 * without regard to the order of words: which of its stems the other has, set
 * against how often chance would put them there. */
#ifndef STM_ALIGN_BAGS_H
#define STM_ALIGN_BAGS_H

#include "align/gains.h"
#include "align/pair.h"

typedef struct stm_bag_side {
    const stm_text *text;
    const uint32_t *stem; /* [text->count] local ids */
    bool *taken; /* [text->count + STM_GAINS_ROOM] tokens that a region has */
    stm_span span;
} stm_bag_side;

typedef struct stm_bags {
    stm_bag_side side[2];
    stm_bag_count *count; /* [stems] */
    uint32_t *all[2];     /* [stems] how often it stands in each text */
    uint32_t stems;
    const bool *function; /* [stems] */
    stm_gains_fn *gains;
    float floor; /* least chance that a word meets its like */
    float *gain; /* scratch, as long as the longer text */
} stm_bags;

/* False when out of memory. */
bool stm_bags__new(stm_bags *g, stm_pair *p);
/* Makes [span) the stretch that the other side is held against. */
void stm_bags__set(stm_bags *g, int side, stm_span span);
/* The stretch around `core` that gains most against the other side's span,
 * where a copied word is kept with the chance `kept`; returns the gain in
 * nats. Never leaves the content range that `core` begins in. */
float stm_bags__stretch(const stm_bags *g, int side, float kept,
                        stm_span *core);
/* The gain of the words [at), those left out for which `skip` is true. */
float stm_bags__gain(const stm_bags *g, int side, float kept, stm_span at,
                     const bool *skip);
/* How large a share of the words [at) seems to be kept (one step of
 * expectation and maximisation from `kept`). */
float stm_bags__kept(const stm_bags *g, int side, float kept, stm_span at);
/* The same number of words on either side of `at`, as far as there are. */
stm_span stm_bags__widened(const stm_bags *g, int side, stm_span at,
                           uint32_t by);

#endif
