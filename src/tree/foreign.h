/* Words that a text has nowhere else. */
#ifndef STM_TREE_FOREIGN_H
#define STM_TREE_FOREIGN_H

#include "tree/family.h"

/* Counts every capture's words. False when out of memory. */
bool stm_tree__count_words(stm_tree__family *f);
/* Log-odds that these words of capture `u` were thrown in, by whether the rest
 * of the text has them; 0 before they are counted, and for whole sentences. */
double stm_tree__foreign(const stm_tree__family *f, uint32_t u, stm_span words);

#endif
