/* Equal keys found within bounded memory: those of some range of keys at a
 * time, as many ranges as it takes. Where few keys are wanted the source is
 * first asked for which may be, then for all items; where these are more than
 * there is room for, it is asked to count them and then for each range. It must
 * give the same items each time. */
#ifndef STM_DEDUP_PASSES_H
#define STM_DEDUP_PASSES_H

#include "dedup/job.h"
#include "dedup/keyed.h"

enum { STM_PASS_BINS = 4096, STM_PASS_SHIFT = 20 };

/* Where the source puts its items. */
typedef struct stm_pass {
    bool noting;   /* which keys come how often, into `seen`: the first pass */
    uint8_t *seen; /* [places] of several keys each; or NULL: all are */
    uint32_t places;   /* a power of two */
    unsigned least;    /* so often must a key come to be wanted */
    uint64_t *bins;    /* [STM_PASS_BINS] items of each, or NULL */
    uint32_t from, to; /* bins of this pass */
    stm_keyed *items;
    size_t room;    /* for so many */
    uint64_t count; /* how many there are, whatever the room */
} stm_pass;

static inline void stm_pass__put(stm_pass *p, uint32_t key, uint32_t doc)
{
    uint32_t bin = key >> STM_PASS_SHIFT;
    if (p->seen) {
        uint8_t *seen = &p->seen[key & (p->places - 1)];
        if (p->noting)
            *seen = (uint8_t)(*seen + (*seen < UINT8_MAX));
        if (p->noting || *seen < p->least)
            return;
    }
    if (p->bins)
        p->bins[bin]++;
    if (bin >= p->from && bin < p->to && p->count++ < p->room)
        p->items[p->count - 1] = (stm_keyed){key, doc};
}

typedef stm_status stm_pass_source(void *user, stm_pass *to, stm_error *err);
/* Hands all items that share a key to `take`, by rising keys. Keys that fewer
 * than `least` items have, at most 255, need not be handed over. */
stm_status stm_passes__run(const stm_dedup_job *j, unsigned least,
                           stm_pass_source *source, stm_keyed_taker *take,
                           void *user, stm_error *err);

/* The bin behind those that are taken together from `from` on: as many as have
 * no more than `most` items, and at least one. */
uint32_t stm_passes__next(const uint64_t bins[STM_PASS_BINS], uint32_t from,
                          uint64_t most);

#endif
