/* The decisions of a page as ranges of bytes. */
#ifndef STM_PAGE_RANGES_H
#define STM_PAGE_RANGES_H

#include "page/work.h"

/* Fills content, furniture and repeats of `p`. False when out of memory. */
bool stm_page__ranges(stm_page *p, const stm_page_work *w, stm_arena *mem);

/* The headline without marks of lists and headings before it. */
stm_str stm_page__title_text(const stm_page_work *w);

#endif
