/* Which word of a copy stands for which, kept for the stages behind. */
#ifndef STM_RELATE_MATCHED_H
#define STM_RELATE_MATCHED_H

#include "relate/case.h"

/* Fills the word runs of a relation whose kind is known, if it is of copies.
 * False when out of memory. */
bool stm_relate__matched(stm_relation *r, stm_case *c);

#endif
