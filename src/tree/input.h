/* What the tree stage is given, and a pair of it seen from one side. */
#ifndef STM_TREE_INPUT_H
#define STM_TREE_INPUT_H

#include <stemma/relate.h>

#include "base/arena.h"
#include "tree/site.h"

/* Where readings come from: aligns witnesses `a` < `b`. A seam for tests. */
typedef struct stm_tree__aligner {
    stm_status (*align)(void *user, uint32_t a, uint32_t b, stm_alignment **out,
                        stm_error *err);
    void (*release)(stm_alignment *x);
    void *user;
} stm_tree__aligner;

typedef struct stm_tree__input {
    const stm_witness *witness;
    size_t count;
    const stm_relation *const *relation; /* by (a, b) */
    size_t relation_count;
    stm_tree__aligner aligner;
    const double *spun; /* [count] share of a text's relations that are spun;
                           NULL: not known */
    const stm_tree__site *site; /* [count]; NULL: not known */
    unsigned samples;           /* trees to draw for the support of edges */
} stm_tree__input;

/* Log-probabilities that u is above v, v above u, or both come from a third. */
typedef struct stm_tree__pair {
    const stm_relation *relation; /* NULL: not listed */
    double down, up, beside;
    bool spun_u, spun_v, cut_u, cut_v;
    bool barred_down, barred_up; /* u (v) lacks what it would have given */
} stm_tree__pair;

/* Fills `in->spun`. False when out of memory. */
bool stm_tree__spun_shares(stm_tree__input *in, stm_arena *mem);
/* Index of the first relation whose `a` is `u`, or of where it would stand. */
size_t stm_tree__first_relation(const stm_tree__input *in, uint32_t u);
stm_tree__pair stm_tree__pair_of(const stm_tree__input *in, uint32_t u,
                                 uint32_t v);
/* How much likelier siblings must be before a lost text is put above them. */
double stm_tree__lost_cost(const stm_tree__pair *p);
/* Capped hunks between two texts, scaled up to the whole of the longer one: a
 * cut text is not near to everything just because little of it is left. */
double stm_tree__distance(const stm_tree__input *in, const stm_relation *r);
/* The date that a text gives of itself, or NULL. */
const stm_date *stm_tree__date(const stm_witness *w);
/* Earlier first, texts without a date last. */
int stm_tree__date_cmp(const stm_date *a, const stm_date *b);

#endif
