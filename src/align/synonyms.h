/* Words of one text for which the other has a synonym, by a thesaurus. */
#ifndef STM_ALIGN_SYNONYMS_H
#define STM_ALIGN_SYNONYMS_H

#include "align/pair.h"

/* Calls `take` with stems of A that B lacks and stems of B that A lacks which a
 * thesaurus has for them (local ids). False when out of memory, or when `take`
 * returns false. */
bool stm_align__synonyms(stm_pair *p,
                         bool (*take)(void *user, uint32_t a, uint32_t b),
                         void *user);

#endif
