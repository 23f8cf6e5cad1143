/* Whose page a capture was, as far as the lines around its text tell. */
#ifndef STM_TREE_SITE_H
#define STM_TREE_SITE_H

#include <stemma/relate.h>

#include "base/arena.h"

/* Hashes of the lines, ascending, each once. */
typedef struct stm_tree__site {
    const uint64_t *line;
    uint32_t count;
} stm_tree__site;

/* One for each of `n` witnesses; NULL when out of memory. */
stm_tree__site *stm_tree__sites(const stm_witness *w, size_t n, stm_arena *mem);
/* Of the lines that either has the share that both have; 0 where none has
 * any. */
double stm_tree__same_site(const stm_tree__site *a, const stm_tree__site *b);

#endif
