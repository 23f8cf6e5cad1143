/* A document that stands in another, for the most part, gives way to it. Each
 * looks for its holder among those with no fewer words, so there are no
 * circles, and what stands in a document that gives way goes with it. */
#include <stdlib.h>

#include "dedup/contain.h"
#include "dedup/cover.h"
#include "dedup/weights.h"

enum { LOOKED_AT = 8 /* of a document's possible holders */ };

/* What a worker needs for a pair. */
typedef struct bench {
    stm_cover cover;
    stm_part_room large;
} bench;

typedef struct containing {
    stm_dedup_job *job;
    const stm_contain_pair *pairs;
    size_t pair_count;
    size_t *start; /* [smalls + 1] where the pairs of each begin */
    size_t smalls;
    uint32_t *holder; /* [smalls] or UINT32_MAX */
    uint8_t *mutual;  /* [smalls] the holder stands in it, too */
    bench *benches;   /* [threads] */
} containing;

/* The share that makes a document contained in one that is so much longer. */
static double least_share(double ratio)
{
    double between = (ratio - STM_DEDUP_CUT_RATIO) /
                     (STM_DEDUP_ALIKE_RATIO - STM_DEDUP_CUT_RATIO);
    between = between < 0 ? 0 : between > 1 ? 1 : between;
    return STM_DEDUP_CONTAINED_CUT +
           between * (STM_DEDUP_CONTAINED_ALIKE - STM_DEDUP_CONTAINED_CUT);
}

/* The share of `small`, whose words are in the worker's room, in `large`; 0
 * where that is too little. */
static stm_status look(containing *c, unsigned worker, uint32_t large,
                       double *share, bool *mutual, stm_error *err)
{
    stm_dedup_job *j = c->job;
    bench *b = &c->benches[worker];
    const stm_hashes *s = &j->rooms[worker].words, *l = &b->large.words;
    const stm_frequent *f = j->opts.as_is ? NULL : &j->frequent;
    stm_status rc = stm_dedup__words(j, &b->large, large, err);
    if (rc == STM_OK)
        rc = stm_cover__find(&b->cover, s->hash, s->count, l->hash, l->count, f,
                             err);
    if (rc != STM_OK)
        return rc;
    *share = stm_cover__share(&b->cover);
    *mutual = l->count && (double)b->cover.covered / (double)l->count >=
                              STM_DEDUP_CONTAINED_ALIKE;
    if (!l->count || *share < least_share((double)s->count / (double)l->count))
        *share = 0;
    return STM_OK;
}

static stm_status find_holder(void *user, size_t i, unsigned worker,
                              stm_error *err)
{
    containing *c = user;
    const stm_contain_pair *p = c->pairs + c->start[i];
    size_t n = c->start[i + 1] - c->start[i];
    double best = 0, share;
    bool mutual;
    c->holder[i] = UINT32_MAX;
    if (p->shared == STM_CONTAIN_ALL) {
        c->holder[i] = p->large;
        c->mutual[i] = true;
        return STM_OK;
    }
    n = n < LOOKED_AT ? n : LOOKED_AT;
    stm_status rc =
        stm_dedup__words(c->job, &c->job->rooms[worker], p->small, err);
    for (size_t k = 0; k < n && rc == STM_OK; k++) {
        rc = look(c, worker, p[k].large, &share, &mutual, err);
        if (rc == STM_OK && share > best) {
            best = share;
            c->holder[i] = p[k].large;
            c->mutual[i] = mutual;
        }
    }
    return rc;
}

/* Follows holders to the one that has none. */
static uint32_t last_holder(const uint32_t *kept, uint32_t i)
{
    while (kept[i] != i)
        i = kept[i];
    return i;
}

/* Where two stand in each other, the policy decides, and the holder may be the
 * one that goes. */
static stm_status swap_mutual(containing *c, stm_error *err)
{
    stm_dedup_job *j = c->job;
    for (size_t i = 0; i < c->smalls; i++) {
        uint32_t small = c->pairs[c->start[i]].small, large = c->holder[i];
        bool better;
        if (large == UINT32_MAX || !c->mutual[i] || j->kept[large] != large)
            continue;
        uint32_t first = small < large ? small : large;
        uint32_t second = small < large ? large : small;
        stm_status rc = stm_dedup__better(&better, j, first, second, err);
        if (rc != STM_OK)
            return rc;
        if ((better ? second : first) == large)
            continue;
        j->kept[large] = small;
        j->kept[small] = small;
        j->fate[large] = STM_FATE_CONTAINED;
        j->fate[small] = STM_FATE_KEPT;
    }
    return STM_OK;
}

static stm_status settle(containing *c, stm_error *err)
{
    stm_dedup_job *j = c->job;
    for (size_t i = 0; i < c->smalls; i++) {
        uint32_t small = c->pairs[c->start[i]].small;
        /* nothing new is a reason for what is earlier to go */
        if (c->holder[i] == UINT32_MAX ||
            (small < j->corpus.earlier && !c->mutual[i] &&
             c->holder[i] >= j->corpus.earlier))
            continue;
        j->kept[small] = c->holder[i];
        j->fate[small] = STM_FATE_CONTAINED;
    }
    stm_status rc = swap_mutual(c, err);
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++)
        j->kept[i] = last_holder(j->kept, i);
    return rc;
}

static stm_status group(containing *c, stm_error *err)
{
    size_t n = c->pair_count;
    c->start = malloc((n + 1) * sizeof *c->start);
    c->holder = malloc((n + 1) * sizeof *c->holder);
    c->mutual = calloc(n + 1, 1);
    c->benches = calloc(stm_pool_size(c->job->pool), sizeof *c->benches);
    if (!c->start || !c->holder || !c->mutual || !c->benches)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (size_t i = 0; i < n; i++)
        if (!i || c->pairs[i].small != c->pairs[i - 1].small)
            c->start[c->smalls++] = i;
    c->start[c->smalls] = n;
    return STM_OK;
}

static bool tick(void *user, size_t done, size_t all)
{
    containing *c = user;
    return stm_dedup__tell(c->job, "containing", done, all, NULL) == STM_OK;
}

static void finish(containing *c)
{
    unsigned threads = stm_pool_size(c->job->pool);
    for (unsigned i = 0; c->benches && i < threads; i++) {
        stm_cover__free(&c->benches[i].cover);
        stm_part__room_free(&c->benches[i].large);
    }
    free(c->benches);
    free(c->start);
    free(c->holder);
    free(c->mutual);
}

stm_status stm_dedup__contained(stm_dedup_job *j, stm_error *err)
{
    stm_contain_pairs pairs = {0};
    containing c = {.job = j};
    stm_status rc = stm_contain__find(&pairs, j, err);
    c.pairs = pairs.items;
    c.pair_count = pairs.count;
    if (rc == STM_OK)
        rc = group(&c, err);
    if (rc == STM_OK)
        rc = stm_pool_run(j->pool, c.smalls, find_holder, &c, tick, &c, err);
    if (rc == STM_OK)
        rc = settle(&c, err);
    finish(&c);
    stm_vec_free(&pairs);
    return rc;
}
