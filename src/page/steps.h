/* The steps by which a page is read, in their order: all but what is weighed of
 * its facts. */
#ifndef STM_PAGE_STEPS_H
#define STM_PAGE_STEPS_H

#include "page/prepare.h"

/* Fills `w`, which borrows all that is given; `html` may be NULL. False when
 * out of memory. */
bool stm_page__take_steps(stm_page_work *w, stm_arena *mem,
                          const stm_capture *c, const stm_html *html,
                          const stm_words *words);

#endif
