/* Where passages lie: a stretch of each text that share more words than chance
 * allows, whatever became of their order. */
#ifndef STM_ALIGN_REGIONS_H
#define STM_ALIGN_REGIONS_H

#include "align/bags.h"

/* A place to start from: an exact run, or blocks with rare stems in common. */
typedef struct stm_seed {
    stm_span a, b;
    float weight;
    bool exact;
} stm_seed;
typedef STM_VEC(stm_seed) stm_seeds;

/* dots.c: seeds by rare stems that meet, heaviest first behind those there. */
bool stm_align__dots(stm_pair *p, const stm_bags *g, stm_seeds *seeds);
/* grow.c: the region around two stretches. */
stm_region stm_align__grow(stm_bags *g, stm_span a, stm_span b, float kept);
/* condense.c: a stretch of one text that draws on all of the other; takes the
 * place of the regions that it explains better. */
bool stm_align__condensed(stm_pair *p, stm_bags *g);
/* regions.c: do its words say loudly that they were copied? */
bool stm_align__is_loud(const stm_region *r);
/* regions.c: all of the above -> p->regions. */
bool stm_align__regions(stm_pair *p);
/* settle.c: regions and strands -> the passages to show, disjoint in both
 * texts; `shared` has room for all of them. Drops strands that mean nothing. */
bool stm_align__settle(stm_pair *p, stm_passage *strands, size_t *n,
                       stm_passage *shared, size_t *count);

#endif
