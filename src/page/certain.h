/* What is certain about segments, whatever their scores. */
#ifndef STM_PAGE_CERTAIN_H
#define STM_PAGE_CERTAIN_H

#include "page/work.h"

/* Keeps the headline and the standfirst; takes out phrases cut from lines,
 * captions, offers, biographies of the authors, the headline's copies and, on
 * a web page, date lines and bylines. Needs all facts but `truncated`. */
void stm_page__apply_certain(stm_page_work *w);

#endif
