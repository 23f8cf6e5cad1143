/* The dates two pages state, put in order. */
#ifndef STM_RELATE_DATES_H
#define STM_RELATE_DATES_H

#include <stemma/page.h>

#include "base/arena.h"

/* Half-open, in minutes of one common clock. */
typedef struct stm_period {
    int64_t from, to;
} stm_period;

/* When a date may lie. With `zoned` it is moved to UTC, else the hour is taken
 * as it stands: two pages without zones are taken to share one. */
stm_period stm_relate__period(const stm_date *d, bool zoned);
/* -1, 1: certainly before, after; 0: cannot be told, or not stated. */
int stm_relate__date_order(const stm_date *a, const stm_date *b);
/* The date of the text as it stands: its update, or its publication. */
const stm_date *stm_relate__state(const stm_page *p);
/* "16 May 2024, 13:20"; `ptr` is NULL when out of memory. */
stm_str stm_relate__date_text(stm_arena *m, const stm_date *d);

#endif
