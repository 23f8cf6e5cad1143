/* The alignment as the reader gets it: bytes and words instead of tokens. */
#ifndef STM_RELATE_RESULT_H
#define STM_RELATE_RESULT_H

#include "relate/case.h"

/* Fills passages, differences and substitutions; false when out of memory. */
bool stm_relate__result(stm_relation *r, const stm_case *c);

#endif
