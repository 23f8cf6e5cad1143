/* What copyists do to a text, word by word. */
#ifndef STM_TREE_COPYIST_H
#define STM_TREE_COPYIST_H

#include "tree/family.h"

/* Nats by which it is likelier that `v` was copied from `u` than `u` from `v`.
 * Needs `odd`. */
double stm_tree__copyist(const stm_tree__family *f, uint32_t u, uint32_t v);

#endif
