/* What one text goes on with where another one ends. */
#ifndef STM_TREE_APPENDED_H
#define STM_TREE_APPENDED_H

#include "tree/family.h"

/* Whether `v` goes on in the midst of a sentence where `u` ends. */
bool stm_tree__breaks_off(const stm_tree__family *f, uint32_t u, uint32_t v);
/* Nats by which it is likelier that `v` was made from `u`, by what one of them
 * goes on with where the other ends. */
double stm_tree__appended(const stm_tree__family *f, uint32_t u, uint32_t v);

#endif
