/* Where the main text of a page is. */
#ifndef STM_PAGE_BODY_H
#define STM_PAGE_BODY_H

#include "page/work.h"

/* Decides by the scores which segments are content; fills `is_page`. False when
 * out of memory. */
bool stm_page__decide(stm_page_work *w);

/* Fills body, head and tail. Needs what stands twice folded. */
void stm_page__find_body(stm_page_work *w);

/* A line of furniture phrases and hardly anything else. */
bool stm_page__is_hit(const stm_segment *s);

#endif
