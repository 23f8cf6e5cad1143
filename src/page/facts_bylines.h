/* The sets of names that may be the authors of a page, and what speaks for
 * each. */
#ifndef STM_PAGE_FACTS_BYLINES_H
#define STM_PAGE_FACTS_BYLINES_H

#include "page/facts_people.h"
#include "page/facts_weights.h"
#include "page/work.h"

enum { STM_BYLINES_MAX = 48 };

typedef struct stm_byline {
    stm_str name[STM_PEOPLE_MAX];
    unsigned count;
    stm_str key;    /* the folded names, sorted */
    uint64_t signs; /* set of stm_byline_sign */
    uint8_t origin; /* of the first that says it */
} stm_byline;

typedef struct stm_bylines {
    stm_byline items[STM_BYLINES_MAX];
    unsigned count;
} stm_bylines;

/* False when out of memory. */
bool stm_page__bylines(stm_bylines *out, const stm_page_work *w,
                       const stm_capture *c, const stm_html *html);

#endif
