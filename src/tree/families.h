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

#endif
