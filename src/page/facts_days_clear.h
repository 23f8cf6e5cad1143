/* Which of the two readings of 5/6/2024 is meant. */
#ifndef STM_PAGE_FACTS_DAYS_CLEAR_H
#define STM_PAGE_FACTS_DAYS_CLEAR_H

#include "page/facts_days.h"

/* Moves STM_DAY_SWAPPED to the less likely day of each pair. `against_custom`:
 * the page's other dates show that it writes them the other way. */
void stm_page__clear_days(stm_days *d, bool against_custom);

#endif
