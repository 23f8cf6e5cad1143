/* Which texts belong together, and which are one text captured twice. */
#ifndef STM_TREE_FAMILIES_H
#define STM_TREE_FAMILIES_H

#include "base/arena.h"
#include "tree/input.h"

typedef struct stm_tree__kinship {
    uint32_t *family; /* [witness] families numbered by their first witness */
    uint32_t family_count;
    uint32_t *twin; /* [witness] the identical capture that stands for it */
} stm_tree__kinship;

/* False when out of memory. */
bool stm_tree__kinship_find(stm_tree__kinship *out, const stm_tree__input *in,
                            stm_arena *mem);

/* Disjoint sets over indices; the smallest member is its set's name. */
uint32_t stm_tree__set_find(uint32_t *up, uint32_t i);
/* False when both were of one set already. */
bool stm_tree__set_join(uint32_t *up, uint32_t i, uint32_t j);

#endif
