/* Runs of words that so many unlike documents have that they speak for none of
 * them: the headers and footers of sites. */
#ifndef STM_DEDUP_FREQUENT_H
#define STM_DEDUP_FREQUENT_H

#include <stemma/base.h>

#include "base/vec.h"

typedef struct stm_frequent {
    uint32_t *slot; /* [mask + 1] open addressing; 0: free. Start with {0} */
    size_t mask, count;
} stm_frequent;

/* Adds runs, in any order. */
stm_status stm_frequent__add(stm_frequent *f, const uint32_t *runs,
                             size_t count, stm_error *err);
void stm_frequent__free(stm_frequent *f);

static inline bool stm_frequent__has(const stm_frequent *f, uint32_t run)
{
    if (!f->count || !run)
        return false;
    for (size_t i = run & f->mask; f->slot[i]; i = (i + 1) & f->mask)
        if (f->slot[i] == run)
            return true;
    return false;
}

/* Marks the runs of a document that are furniture: those that are frequent and
 * what is between them. `furniture` has `runs` bytes. Returns how many. */
size_t stm_frequent__mark(uint8_t *furniture, const stm_frequent *f,
                          const uint32_t *run, size_t runs);

#endif
