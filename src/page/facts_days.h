/* The days a page speaks of as those of its text, and what speaks for each. */
#ifndef STM_PAGE_FACTS_DAYS_H
#define STM_PAGE_FACTS_DAYS_H

#include "page/facts_place.h"
#include "page/facts_weights.h"
#include "page/work.h"

enum { STM_DAYS_MAX = 64, STM_DAY_VOTES_MAX = 160 };

/* One statement that names a day. */
typedef struct stm_vote {
    stm_date date;
    uint8_t origin;
    uint8_t sign; /* stm_day_sign */
    uint8_t day;  /* index into days */
    bool updated; /* it speaks of a change */
} stm_vote;

typedef struct stm_day {
    int32_t number; /* stm_date_days */
    uint64_t signs; /* set of stm_day_sign */
    bool clear;     /* a statement of it that has one reading only */
    uint8_t twin;   /* the other reading's day, or STM_DAYS_MAX */
} stm_day;

typedef struct stm_days {
    stm_vote votes[STM_DAY_VOTES_MAX];
    stm_day days[STM_DAYS_MAX];
    unsigned vote_count, count;
} stm_days;

/* Collects the votes of markup, text, address and container. `html` may be
 * NULL. Needs the finders of the text to have run. */
void stm_page__days(stm_days *out, const stm_page_work *w, const stm_capture *c,
                    const stm_html *html);

#endif
