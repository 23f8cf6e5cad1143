/* Where the parts of a page lie, for who changes them. */
#ifndef STM_PAGE_RECAST_H
#define STM_PAGE_RECAST_H

#include <stemma/page.h>

#include "base/arena.h"

stm_arena *stm_page__memory(stm_page *p);

#endif
