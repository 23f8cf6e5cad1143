/* The date parser of the house: finds dates and times as people and machines
 * write them, in running text. */
#ifndef STM_PAGE_DATES_H
#define STM_PAGE_DATES_H

#include <stemma/page.h>

#include "base/str.h"

/* What a date in numbers tells of the others on its page. */
typedef enum stm_date_shows {
    STM_SHOWS_NO_ORDER,
    STM_SHOWS_MONTH_FIRST, /* 5/16/2024 */
    STM_SHOWS_DAY_FIRST    /* 16/5/2024 */
} stm_date_shows;

typedef struct stm_found_date {
    stm_date date;
    stm_range at;  /* with its weekday, time and zone */
    bool weekday;  /* a weekday stands beside it */
    bool unclear;  /* 5/6/2024: read by custom, not by necessity */
    uint8_t shows; /* stm_date_shows */
} stm_found_date;

/* Order of numeric dates that could be read either way. */
typedef enum stm_date_order { STM_MONTH_FIRST, STM_DAY_FIRST } stm_date_order;

/* The first date in bytes [from, to) of `text`; false where there is none.
 * Impossible dates (31 June, month 13) are none. Never reads outside of the
 * range; linear time for a walk over all dates of a text. */
bool stm_page__find_date(stm_found_date *out, stm_str text, size_t from,
                         size_t to, stm_date_order order);

/* A value meant for machines: what the above finds, and "20240516T132000Z", and
 * seconds or milliseconds since 1970. */
bool stm_page__read_stamp(stm_found_date *out, stm_str value,
                          stm_date_order order);

/* A time of day without a date ("1:20 p.m. ET") that starts in [from, to):
 * fills the time and, with the day already in `d`, the zone. */
bool stm_page__find_time(stm_date *d, stm_range *at, stm_str text, size_t from,
                         size_t to);

#endif
