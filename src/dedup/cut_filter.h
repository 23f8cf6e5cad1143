/* Which keys came more than once: two bits for each of some millions of cells,
 * so that what came once alone is mostly known, and what came twice always. */
#ifndef STM_DEDUP_CUT_FILTER_H
#define STM_DEDUP_CUT_FILTER_H

#include <stemma/base.h>

typedef struct stm_cut_filter stm_cut_filter;

/* Of at most `bytes`, at least 64. */
stm_status stm_cut_filter__new(stm_cut_filter **out, uint64_t bytes,
                               stm_error *err);
void stm_cut_filter__free(stm_cut_filter *f);
/* May be called by many threads at once; the result has no order. */
void stm_cut_filter__add(stm_cut_filter *f, uint64_t key);
/* True for every key that was added twice, and for few others. */
bool stm_cut_filter__is_twice(const stm_cut_filter *f, uint64_t key);

#endif
