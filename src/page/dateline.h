/* The lines that state when a text was published and changed. */
#ifndef STM_PAGE_DATELINE_H
#define STM_PAGE_DATELINE_H

#include "page/dates.h"
#include "page/work.h"

typedef enum stm_date_role {
    STM_DATE_BARE,
    STM_DATE_PUBLISHED,
    STM_DATE_UPDATED
} stm_date_role;

enum { STM_DATE_LINE_MAX = 4 };

typedef struct stm_date_line {
    stm_date date[STM_DATE_LINE_MAX];
    stm_date_role role[STM_DATE_LINE_MAX];
    bool unclear[STM_DATE_LINE_MAX];  /* 5/6/2024 */
    uint8_t shows[STM_DATE_LINE_MAX]; /* stm_date_shows */
    unsigned count;
    bool weekday; /* one of its dates has one */
} stm_date_line;

/* Reads segment `s` as a date line: dates, their labels and little else. A date
 * inside of a sentence makes none. */
bool stm_page__date_line(stm_date_line *out, const stm_page_work *w,
                         uint32_t s);

/* What a line of nothing but a label above `segment` says of its date. */
stm_date_role stm_page__label_above(const stm_page_work *w, uint32_t segment);

/* How the page writes 5/6/2024. */
stm_date_order stm_page__order(const stm_page_work *w);

/* Marks all date lines with STM_SEGMENT_DATE. */
void stm_page__mark_date_lines(stm_page_work *w);

/* Fills published and updated from the lines around the start of the main text.
 * Needs body, title and byline. */
void stm_page__find_page_dates(stm_page_work *w);

#endif
