/* The trees in the order in which a reader walks down them. */
#ifndef STM_REPORT_FOREST_H
#define STM_REPORT_FOREST_H

#include <stemma/tree.h>

#include "base/arena.h"

#define STM_NO_BRANCH UINT32_MAX

typedef struct stm_branch {
    uint32_t node;
    uint32_t parent;      /* index into `items`, or STM_NO_BRANCH for a root */
    const stm_edge *edge; /* from the parent, or NULL */
    uint32_t depth;
    uint32_t children;
    bool last; /* no sibling follows */
} stm_branch;

/* Parents before children; siblings by the first capture below them; the trees
 * by the first capture in them. */
typedef struct stm_forest {
    const stm_branch *items;
    size_t count;
} stm_forest;

stm_status stm_forest__plant(stm_forest *out, stm_arena *mem, const stm_tree *t,
                             stm_error *err);

#endif
