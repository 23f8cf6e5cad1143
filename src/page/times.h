/* Times of day, as pages write them. */
#ifndef STM_PAGE_TIMES_H
#define STM_PAGE_TIMES_H

#include <stemma/page.h>

#include "page/date_tokens.h"

/* Reads a time with its zone at the cursor ("1:20 p.m. ET", "13h20",
 * "14.30 Uhr") into `d`, whose day decides about daylight saving. On failure
 * nothing has changed. */
bool stm_page__time(stm_cursor *c, stm_date *d);

/* The same behind a date, where commas and words like "at" may stand between.
 */
bool stm_page__time_after(stm_cursor *c, stm_date *d);

#endif
