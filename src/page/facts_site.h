/* The name of the site a page belongs to, and the page's own address. */
#ifndef STM_PAGE_FACTS_SITE_H
#define STM_PAGE_FACTS_SITE_H

#include "page/work.h"

/* Fills facts.site and facts.canonical of `w`. False when out of memory. */
bool stm_page__weigh_site(stm_page_work *w, stm_arena *keep,
                          const stm_capture *c, const stm_html *html);

#endif
