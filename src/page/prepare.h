/* The segments of a page, marked with what each line is by itself. */
#ifndef STM_PAGE_PREPARE_H
#define STM_PAGE_PREPARE_H

#include "page/work.h"

/* Fills atoms, segments and, of a page with markup, blocks. Needs text, html
 * and language. False when out of memory. */
bool stm_page__prepare(stm_page_work *w, const stm_words *words);

#endif
