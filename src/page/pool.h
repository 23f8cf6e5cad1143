/* Paragraphs of one box belong together. */
#ifndef STM_PAGE_POOL_H
#define STM_PAGE_POOL_H

#include "page/work.h"

/* Draws the score of each paragraph towards what all paragraphs of its box
 * look like together, the more of them there are. Long stories lie beside few
 * of the pages that the forests know, and lost one line of dialogue in two
 * without it (docs/decisions/0006). Plain text has no boxes and stays as it
 * is. False when out of memory. */
bool stm_page__pool(stm_page_work *w);

#endif
