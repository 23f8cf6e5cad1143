/* Words that do not fit where they stand. A careless hand, or a program, puts
 * words into a text that no writer would put behind those before them; so where
 * two texts differ, the one whose words are thrown together is the copy. */
#ifndef STM_TREE_MISFIT_H
#define STM_TREE_MISFIT_H

#include <stemma/base.h>

enum { STM_TREE_MISFIT_BANDS = 8 };

/* What a family's own words teach of it. */
typedef struct stm_tree__misfit {
    /* log-odds that two neighbours were thrown together, by how usual the two
     * words are and whether the language's model knows them as neighbours */
    double odds[2 * STM_TREE_MISFIT_BANDS];
    double share;    /* of changes whose words were thrown in; 0: not known */
    uint64_t *kept;  /* what was looked up last, by the pair of words */
    uint8_t **sort;  /* [capture] of each token with the one before it, from 1;
                        0: not looked up yet */
    uint8_t **often; /* foreign.c: [capture] how often the word of each token
                        stands in the text; NULL: not counted */
} stm_tree__misfit;

struct stm_tree__family;

/* Learns both along the tree as it is. False when out of memory. */
bool stm_tree__learn_misfits(struct stm_tree__family *f);
/* Nats by which capture `v` rather than `u` has the words that do not fit. */
double stm_tree__misfits(const struct stm_tree__family *f, uint32_t u,
                         uint32_t v);

#endif
