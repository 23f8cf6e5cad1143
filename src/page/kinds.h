/* What kind of furniture it is that is no content. */
#ifndef STM_PAGE_KINDS_H
#define STM_PAGE_KINDS_H

#include "page/work.h"

/* Replaces STM_FURNITURE_OTHER where phrases or the place tell more. */
void stm_page__name_kinds(stm_page_work *w);

#endif
