/* The headline of a page. */
#ifndef STM_PAGE_FACTS_HEADLINE_H
#define STM_PAGE_FACTS_HEADLINE_H

#include "page/work.h"

/* Fills facts.title of `w`, and the conflicts. Needs the title of the text.
 * False when out of memory. */
bool stm_page__weigh_headline(stm_page_work *w, stm_arena *keep,
                              const stm_capture *c, const stm_html *html);

#endif
