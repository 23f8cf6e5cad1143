/* Evidence -> which way, and how sure. */
#ifndef STM_RELATE_DECIDE_H
#define STM_RELATE_DECIDE_H

#include "relate/case.h"

/* Fills log_odds, direction and confidence of `r` from c->said. */
void stm_relate__decide(stm_relation *r, const stm_case *c);

#endif
