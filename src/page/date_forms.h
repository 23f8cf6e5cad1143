/* The forms that dates have. */
#ifndef STM_PAGE_DATE_FORMS_H
#define STM_PAGE_DATE_FORMS_H

#include "page/date_tokens.h"
#include "page/dates.h"

/* Reads the date that starts with token `t`, which lies before the cursor and
 * is the name `named` (a month or STM_WEEKDAY, 0 for none). Fills the day and
 * what is known of its order; its time, its weekday and its range are left to
 * the caller. On failure the cursor may stand anywhere. */
bool stm_page__date_at(stm_cursor *c, stm_token t, unsigned named,
                       stm_date_order order, stm_found_date *out);

/* Whether "18:52" is next. */
bool stm_page__is_clock(stm_cursor c);

#endif
