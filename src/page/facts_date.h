/* When the text of a page was published and changed. */
#ifndef STM_PAGE_FACTS_DATE_H
#define STM_PAGE_FACTS_DATE_H

#include "page/facts_days.h"

/* Weighs all votes; fills published, updated and the conflicts of `w`. False
 * when out of memory. */
bool stm_page__weigh_dates(stm_page_work *w, stm_arena *keep,
                           const stm_capture *c, const stm_html *html);

#endif
