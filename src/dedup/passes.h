/* Equal keys found within bounded memory: those of some range of keys at a
 * time, as many ranges as it takes. The source is asked once to count and then
 * once for each range, and must give the same items each time. */
#ifndef STM_DEDUP_PASSES_H
#define STM_DEDUP_PASSES_H

#include "dedup/job.h"
#include "dedup/keyed.h"

enum { STM_PASS_BINS = 4096, STM_PASS_SHIFT = 20 };

/* Where the source puts its items. */
typedef struct stm_pass {
    uint64_t *bins;    /* [STM_PASS_BINS] while they are counted, else NULL */
    uint32_t from, to; /* bins of this pass */
    stm_keyed *items;
    size_t count;
} stm_pass;

static inline void stm_pass__put(stm_pass *p, uint32_t key, uint32_t doc)
{
    uint32_t bin = key >> STM_PASS_SHIFT;
    if (p->bins)
        p->bins[bin]++;
    else if (bin >= p->from && bin < p->to)
        p->items[p->count++] = (stm_keyed){key, doc};
}

typedef stm_status stm_pass_source(void *user, stm_pass *to, stm_error *err);
/* Hands all items that share a key to `take`, by rising keys. */
stm_status stm_passes__run(const stm_dedup_job *j, stm_pass_source *source,
                           stm_keyed_taker *take, void *user, stm_error *err);

/* The bin behind those that are taken together from `from` on: as many as have
 * no more than `most` items, and at least one. */
uint32_t stm_passes__next(const uint64_t bins[STM_PASS_BINS], uint32_t from,
                          uint64_t most);

#endif
