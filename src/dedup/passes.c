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

static stm_status run(const uint64_t bins[STM_PASS_BINS], uint64_t most,
                      stm_keyed *items, stm_pass_source *source,
                      stm_keyed_taker *take, void *user, stm_error *err)
{
    stm_status rc = STM_OK;
    stm_pass p = {.items = items};
    for (p.from = 0; p.from < STM_PASS_BINS && rc == STM_OK; p.from = p.to) {
        p.to = stm_passes__next(bins, p.from, most);
        p.count = 0;
        rc = source(user, &p, err);
        if (rc == STM_OK)
            rc = stm_keyed__groups(items, items + p.count, p.count, take, user,
                                   err);
    }
    return rc;
}

stm_status stm_passes__run(const stm_dedup_job *j, stm_pass_source *source,
                           stm_keyed_taker *take, void *user, stm_error *err)
{
    uint64_t most = stm_dedup__room(j) / (2 * sizeof(stm_keyed));
    uint64_t *bins = calloc(STM_PASS_BINS, sizeof *bins);
    stm_keyed *items = NULL;
    stm_pass counting = {.bins = bins};
    stm_status rc = bins ? source(user, &counting, err) : no_memory(err);
    if (rc == STM_OK) {
        size_t room = (size_t)largest(bins, most) * 2 + STM_KEYED_EXTRA;
        items = malloc(room * sizeof *items);
        rc = items ? run(bins, most, items, source, take, user, err)
                   : no_memory(err);
    }
    free(items);
    free(bins);
    return rc;
}
