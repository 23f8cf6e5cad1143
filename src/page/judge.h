/* How much each segment looks like content. */
#ifndef STM_PAGE_JUDGE_H
#define STM_PAGE_JUDGE_H

#include "page/work.h"

/* Fills the scores of all segments: log-odds of being content. False when out
 * of memory. */
bool stm_page__judge(stm_page_work *w);

/* Decides which segments are content: those that make the expected F1 largest,
 * were the likelihoods true (Lipton, Elkan, Naryanaswamy 2014). Where a page
 * has nothing that is surely content, what is least unlikely is taken. False
 * when out of memory. */
bool stm_page__choose(stm_page_work *w);

#endif
