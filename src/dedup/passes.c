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

/* All items of the bins [from, to), and those that share a key. */
static stm_status take_range(stm_pass *p, stm_pass_source *source,
                             stm_keyed_taker *take, void *user, stm_error *err)
{
    p->count = 0;
    stm_status rc = source(user, p, err);
    if (rc != STM_OK || p->count > p->room)
        return rc;
    size_t n = (size_t)p->count;
    return stm_keyed__groups(p->items, p->items + n, n, take, user, err);
}

/* Where few keys are wanted, it is worth a pass to know which may be; with no
 * more places than stay in a core's own cache. At the sixteen keys a document
 * that there are at most, one place in 27 then has 24 by chance. */
static stm_status note(stm_pass *p, uint32_t documents, stm_pass_source *source,
                       void *user, stm_error *err)
{
    enum { FEWEST = 1 << 16, MOST = 1 << 21 };
    if (p->least <= 2)
        return STM_OK;
    for (p->places = FEWEST; p->places < MOST && p->places < documents;)
        p->places *= 2;
    p->seen = calloc(p->places, 1);
    if (!p->seen)
        return no_memory(err);
    p->noting = true;
    stm_status rc = source(user, p, err);
    p->noting = false;
    return rc;
}

static bool make_room(stm_pass *p, uint64_t items)
{
    free(p->items);
    p->room = (size_t)items;
    p->items = malloc((p->room * 2 + STM_KEYED_EXTRA) * sizeof *p->items);
    return p->items;
}

/* A range of keys after the other. */
static stm_status take_ranges(stm_pass *p, const uint64_t *bins, uint64_t most,
                              stm_pass_source *source, stm_keyed_taker *take,
                              void *user, stm_error *err)
{
    stm_status rc = make_room(p, largest(bins, most)) ? STM_OK : no_memory(err);
    for (p->from = 0; p->from < STM_PASS_BINS && rc == STM_OK;
         p->from = p->to) {
        p->to = stm_passes__next(bins, p->from, most);
        rc = take_range(p, source, take, user, err);
    }
    return rc;
}

stm_status stm_passes__run(const stm_dedup_job *j, unsigned least,
                           stm_pass_source *source, stm_keyed_taker *take,
                           void *user, stm_error *err)
{
    uint64_t most = stm_dedup__room(j) / (2 * sizeof(stm_keyed));
    uint64_t *bins = calloc(STM_PASS_BINS, sizeof *bins);
    stm_pass p = {.least = least, .to = STM_PASS_BINS};
    stm_status rc = note(&p, j->corpus.count, source, user, err);
    if (rc == STM_OK && (!bins || !make_room(&p, most)))
        rc = no_memory(err);
    p.bins = bins;
    if (rc == STM_OK)
        rc = take_range(&p, source, take, user, err);
    p.bins = NULL;
    if (rc == STM_OK && p.count > p.room)
        rc = take_ranges(&p, bins, most, source, take, user, err);
    free(bins);
    free(p.items);
    free(p.seen);
    return rc;
}
