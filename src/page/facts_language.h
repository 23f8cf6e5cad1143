/* The language a page says it is in, and how its country writes dates. */
#ifndef STM_PAGE_FACTS_LANGUAGE_H
#define STM_PAGE_FACTS_LANGUAGE_H

#include "page/work.h"

/* Fills facts.language of `w`: an ISO 639-1 code, or "". */
void stm_page__read_language(stm_page_work *w, const stm_html *html);

/* Whether an English page writes 5/6/2024 for the fifth of June, by the region
 * of its language and its address. */
bool stm_page__is_day_first(const stm_page_work *w, const stm_capture *c,
                            const stm_html *html);

/* What to believe: `guessed` from `words` words of the text, or what the page
 * says. */
const char *stm_page__language(const stm_page_work *w, const char *guessed,
                               uint32_t words);

#endif
