#include "dedup/passes.h"

#include <stdlib.h>

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

uint32_t stm_passes__next(const uint64_t bins[STM_PASS_BINS], uint32_t from,
                          uint64_t most)
{
    uint64_t sum = bins[from];
    uint32_t to = from + 1;
    while (to < STM_PASS_BINS && sum + bins[to] <= most)
        sum += bins[to++];
    return to;
}

/* The items of the largest pass. */
static uint64_t largest(const uint64_t bins[STM_PASS_BINS], uint64_t most)
{
    uint64_t largest_sum = 0;
    for (uint32_t from = 0, to; from < STM_PASS_BINS; from = to) {
        uint64_t sum = 0;
        to = stm_passes__next(bins, from, most);
        for (uint32_t b = from; b < to; b++)
            sum += bins[b];
        largest_sum = sum > largest_sum ? sum : largest_sum;
    }
    return largest_sum;
}

/* A range of keys after the other. */
static stm_status run(const uint64_t bins[STM_PASS_BINS], uint64_t most,
                      stm_pass p, stm_pass_source *source,
                      stm_keyed_taker *take, void *user, stm_error *err)
{
    stm_status rc = STM_OK;
    for (p.from = 0; p.from < STM_PASS_BINS && rc == STM_OK; p.from = p.to) {
        p.to = stm_passes__next(bins, p.from, most);
        p.count = 0;
        rc = source(user, &p, err);
        if (rc == STM_OK)
            rc = stm_keyed__groups(p.items, p.items + p.count, p.count, take,
                                   user, err);
    }
    return rc;
}

/* Where few keys are wanted, it is worth a pass to know which may be. */
static stm_status count(stm_pass *p, stm_pass_source *source, void *user,
                        stm_error *err)
{
    if (p->least > 2) {
        p->seen = calloc(STM_PASS_SEEN, 1);
        if (!p->seen)
            return no_memory(err);
        p->noting = true;
        stm_status rc = source(user, p, err);
        p->noting = false;
        if (rc != STM_OK)
            return rc;
    }
    p->bins = calloc(STM_PASS_BINS, sizeof *p->bins);
    return p->bins ? source(user, p, err) : no_memory(err);
}

stm_status stm_passes__run(const stm_dedup_job *j, unsigned least,
                           stm_pass_source *source, stm_keyed_taker *take,
                           void *user, stm_error *err)
{
    uint64_t most = stm_dedup__room(j) / (2 * sizeof(stm_keyed));
    stm_pass p = {.least = least};
    stm_status rc = count(&p, source, user, err);
    uint64_t *bins = p.bins;
    p.bins = NULL;
    if (rc == STM_OK) {
        size_t room = (size_t)largest(bins, most) * 2 + STM_KEYED_EXTRA;
        p.items = malloc(room * sizeof *p.items);
        rc = p.items ? run(bins, most, p, source, take, user, err)
                     : no_memory(err);
    }
    free(p.items);
    free(p.seen);
    free(bins);
    return rc;
}
