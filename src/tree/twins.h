/* Identical captures, once the tree of those that stand for them is directed.
 */
#ifndef STM_TREE_TWINS_H
#define STM_TREE_TWINS_H

#include "tree/family.h"

typedef struct stm_tree__twins {
    uint32_t *next;  /* [witness] the next identical one, or STM_LOST */
    uint32_t *first; /* [witness that stands for others] that came first */
} stm_tree__twins;

/* False when out of memory. */
bool stm_tree__twins_find(stm_tree__twins *t, const stm_tree__family *f,
                          stm_arena *mem);
/* Of the captures that are identical to node `u` the one that `v`, a node below
 * it, was made from. */
uint32_t stm_tree__twins_source(const stm_tree__twins *t,
                                const stm_tree__family *f, uint32_t u,
                                uint32_t v);

#endif
