/* What a page says of itself, weighed: the markup's statements, what stands in
 * the text, the address, the container.
 *
 *     stm_page__facts_begin(w, c, html)         before date lines are read
 *     ...                                       the finders of the text
 *     stm_page__weigh_facts(w, keep, c, html)   behind them
 *     stm_page__show_facts(page, keep, w, language, words)
 *
 * `keep` is the arena of the page that is made. A page without a word still has
 * facts. */
#ifndef STM_PAGE_FACTS_H
#define STM_PAGE_FACTS_H

#include "page/work.h"

/* How the page writes its dates; before the text is read. `html` may be NULL.
 */
void stm_page__facts_begin(stm_page_work *w, const stm_capture *c,
                           const stm_html *html);

/* Fills authors, published, updated and `facts` of `w`, and its title where the
 * markup knows better. What is not in the text is copied into `keep`. Needs
 * all finders of the text. False when out of memory. */
bool stm_page__weigh_facts(stm_page_work *w, stm_arena *keep,
                           const stm_capture *c, const stm_html *html);

/* Shows what was weighed on the page `p`, whose arena is `keep`; its language
 * is `guessed` from `words` words, unless the page itself knows better. False
 * when out of memory. */
bool stm_page__show_facts(stm_page *p, stm_arena *keep, const stm_page_work *w,
                          const char *guessed, uint32_t words);

/* Notes a statement that was not believed. False when out of memory. */
bool stm_page__conflict(stm_page_work *w, stm_arena *keep, stm_fact_kind kind,
                        stm_fact_origin origin, stm_str value);

#endif
