/* Short texts that stand more than once on a page: menus, mostly. */
#ifndef STM_PAGE_TWICE_H
#define STM_PAGE_TWICE_H

#include "page/segments.h"

/* Marks them with STM_SEGMENT_TWICE. False when out of memory. */
bool stm_page__mark_twice(stm_segments *s, stm_arena *mem);

#endif
