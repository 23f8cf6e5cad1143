/* The readings of a family drawn anew: sentences, with replacement. */
#ifndef STM_TREE_RESAMPLE_H
#define STM_TREE_RESAMPLE_H

#include "tree/family.h"

typedef struct stm_tree__sample {
    const stm_tree__family *f;
    uint32_t *place; /* of all rows, one behind another, see `first` */
    uint32_t *first; /* [captures + 1] where each row starts */
    uint32_t *start; /* [blocks + 1] the first place of each sentence */
    uint32_t blocks;
    uint32_t *weight; /* [blocks] how often it was drawn */
    uint32_t *base;   /* [blocks] its first place in the new numbering */
    uint64_t seed;    /* what the next number is made from */
} stm_tree__sample;

/* Of the captures of a collated family; in `mem`. False when out of memory. */
bool stm_tree__sample_open(stm_tree__sample *s, const stm_tree__family *f,
                           stm_arena *mem);
/* Places of a new sample, at most. */
uint32_t stm_tree__sample_most(const stm_tree__sample *s);
/* Draws once more; the number of its places. */
uint32_t stm_tree__sample_draw(stm_tree__sample *s);
/* The row of a capture in the sample; in `mem`. False when out of memory. */
bool stm_tree__sample_row(const stm_tree__sample *s, uint32_t capture,
                          stm_arena *mem, stm_tree__row *out);

#endif
