/* The strings that may be the headline of a page, and what speaks for each. */
#ifndef STM_PAGE_FACTS_HEADLINES_H
#define STM_PAGE_FACTS_HEADLINES_H

#include "page/facts_weights.h"
#include "page/work.h"

enum { STM_HEADLINES_MAX = 48 };

typedef struct stm_headline {
    stm_str text; /* of a fact, or of the page's text */
    stm_str folded;
    uint64_t signs; /* set of stm_headline_sign */
    uint8_t origin; /* of the first that says it */
} stm_headline;

typedef struct stm_headlines {
    stm_headline items[STM_HEADLINES_MAX];
    unsigned count;
} stm_headlines;

/* False when out of memory. */
bool stm_page__headlines(stm_headlines *out, const stm_page_work *w,
                         const stm_capture *c, const stm_html *html);

#endif
