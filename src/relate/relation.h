/* Which of the eight relations holds. */
#ifndef STM_RELATE_RELATION_H
#define STM_RELATE_RELATION_H

#include "relate/case.h"

/* Sets c->kind and c->probability. Measures the topic where nothing was copied;
 * false when out of memory. */
bool stm_relate__relation(stm_case *c);

static inline double stm_relate__sigmoid(double log_odds)
{
    return 1 / (1 + __builtin_exp(-log_odds));
}

#endif
