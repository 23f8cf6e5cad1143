/* Who wrote the text of a page. */
#ifndef STM_PAGE_FACTS_AUTHOR_H
#define STM_PAGE_FACTS_AUTHOR_H

#include "page/work.h"

/* Fills the authors of `w`, and the conflicts. Needs the byline of the text.
 * False when out of memory. */
bool stm_page__weigh_authors(stm_page_work *w, stm_arena *keep,
                             const stm_capture *c, const stm_html *html);

#endif
