/* How much a text has that the other lacks, in words for a person. */
#ifndef STM_RELATE_GROWTH_H
#define STM_RELATE_GROWTH_H

#include "relate/case.h"

/* `more` words of side `grown` stand nowhere in the other text, `less` of the
 * other nowhere in it. Absent when out of memory. */
stm_str stm_relate__growth_text(stm_case *c, int grown, uint32_t more,
                                uint32_t less);

#endif
