/* Texts that stop where a site wants to be paid, or to be visited. */
#ifndef STM_PAGE_TRUNCATED_H
#define STM_PAGE_TRUNCATED_H

#include "page/work.h"

/* Fills `truncated`. Needs all kinds decided. */
void stm_page__find_truncation(stm_page_work *w);

#endif
