/* Who wrote the text. */
#ifndef STM_PAGE_BYLINE_H
#define STM_PAGE_BYLINE_H

#include "page/work.h"

/* Marks lines that are bylines with STM_SEGMENT_BYLINE, wherever they stand. */
void stm_page__mark_bylines(stm_page_work *w);

/* Fills byline and authors from the lines around the start of the main text.
 * Needs body, and the date lines marked. */
void stm_page__find_authors(stm_page_work *w);

#endif
