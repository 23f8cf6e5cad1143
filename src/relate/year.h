/* A word that is a year. */
#ifndef STM_RELATE_YEAR_H
#define STM_RELATE_YEAR_H

#include "base/str.h"

/* Years of a calendar in use, 1500 to 2099 (2100 and more are mostly amounts);
 * 0 for any other word. */
uint32_t stm_relate__year(stm_str word);

#endif
