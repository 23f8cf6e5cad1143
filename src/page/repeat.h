/* A body that stands twice in one capture. */
#ifndef STM_PAGE_REPEAT_H
#define STM_PAGE_REPEAT_H

#include "page/work.h"

/* Finds what stands twice and chooses which copy is kept; fills `runs` and
 * `folded`, and gives segments that are folded the kind STM_FURNITURE_REPEAT.
 * Needs the segments decided. False when out of memory. */
bool stm_page__fold_repeats(stm_page_work *w);

#endif
