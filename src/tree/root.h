/* Steps of rooting. False when out of memory. */
#ifndef STM_TREE_ROOT_H
#define STM_TREE_ROOT_H

#include "tree/family.h"

/* direct.c: sets every node's parent, from the family's root. */
bool stm_tree__direct(stm_tree__family *f);
/* direct.c: a capture that shares nothing with its source that the source's own
 * source does not have, and is as near to that, hangs there. */
bool stm_tree__lift(stm_tree__family *f);
/* ties.c: a capture that could as well stand above its source does, where the
 * two look like that. */
bool stm_tree__turn(stm_tree__family *f);
/* ties.c: a capture that is as near to a copy of its source hangs there, where
 * that copy looks more like its source. */
bool stm_tree__rehang(stm_tree__family *f);
/* direct.c: a capture whose readings make it the sibling of its would-be
 * copies leaves its place above them to a lost text. */
bool stm_tree__displace(stm_tree__family *f);
/* direct.c: where the root is a lost text and a spun text below it lacks
 * readings that the others share, it was made from an earlier version. */
bool stm_tree__spun_first(stm_tree__family *f);

#endif
