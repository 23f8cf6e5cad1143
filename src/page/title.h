/* The headline. */
#ifndef STM_PAGE_TITLE_H
#define STM_PAGE_TITLE_H

#include "page/weights.h"
#include "page/work.h"

/* Fills title. Needs body, and date lines and bylines marked. */
void stm_page__find_title(stm_page_work *w);

/* The signs of segment `i`, for those who fit the weights. */
void stm_page__title_signs(float out[STM_TITLE_SIGNS], const stm_page_work *w,
                           uint32_t i);

/* Whether segment `i` is the name in the page's copyright line. */
bool stm_page__is_site_name(const stm_page_work *w, uint32_t i);

/* Whether segment `i` can be a title at all: short, no list item or caption. */
bool stm_page__may_be_title(const stm_page_work *w, uint32_t i);

#endif
