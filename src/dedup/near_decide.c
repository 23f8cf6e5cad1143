/* Pairs that their sketches leave open: those near the threshold, and short
 * ones that may be alike by furniture alone. Texts are read again for them. */
#include <stdlib.h>

#include "dedup/compare.h"
#include "dedup/near.h"
#include "base/sets.h"
#include "dedup/weights.h"

/* As many pairs are decided at a time: what they join need not be read. */
enum { ROUND = 512, AHEAD = 8, SHARED_EDGES = 2 };

typedef struct deciding {
    stm_dedup_job *job;
    const stm_near_pair *pairs; /* of this round */
    size_t count;
    uint8_t *near;         /* [ROUND] */
    stm_compare *compares; /* [threads] */
} deciding;

static unsigned shared_frequent(const stm_frequent *f, const uint32_t *a,
                                const uint32_t *b)
{
    unsigned shared = 0;
    for (unsigned i = 0; i < STM_EDGE_RUNS; i++)
        for (unsigned k = 0; k < STM_EDGE_RUNS; k++)
            shared += a[i] && a[i] == b[k] && stm_frequent__has(f, a[i]);
    return shared;
}

/* Whether they have furniture in common. */
static stm_status share_furniture(bool *out, const stm_dedup_job *j,
                                  const stm_near_pair *p, stm_error *err)
{
    stm_edges room[2];
    const stm_edges *a, *b;
    stm_status rc = stm_corpus__edges(&a, &j->corpus, p->a, &room[0], err);
    if (rc == STM_OK)
        rc = stm_corpus__edges(&b, &j->corpus, p->b, &room[1], err);
    *out = rc == STM_OK &&
           shared_frequent(&j->frequent, a->run[0], b->run[0]) +
                   shared_frequent(&j->frequent, a->run[1], b->run[1]) >=
               SHARED_EDGES;
    return rc;
}

/* Furniture may raise an index that content carries, and lower it; it may not
 * make one. */
static bool is_near(const stm_alike *a, double threshold)
{
    double least = threshold - STM_DEDUP_TOLERANCE;
    return a->content >= least ||
           (a->all >= least && a->content >= threshold / 2);
}

/* Memory brings what a pair that is decided soon needs. */
static void fetch_ahead(const deciding *d, size_t i)
{
    if (i >= d->count)
        return;
    stm_corpus__fetch_edges(&d->job->corpus, d->pairs[i].a);
    stm_corpus__fetch_edges(&d->job->corpus, d->pairs[i].b);
}

static stm_status decide(void *user, size_t i, unsigned worker, stm_error *err)
{
    const deciding *d = user;
    const stm_dedup_job *j = d->job;
    const stm_near_pair *p = &d->pairs[i];
    bool furniture = false;
    stm_alike alike = {p->estimate, p->estimate};
    d->near[i] = 0;
    fetch_ahead(d, i + AHEAD);
    if (stm_sets__same(j->parent, p->a, p->b))
        return STM_OK;
    stm_status rc = STM_OK;
    if (!j->opts.as_is)
        rc = share_furniture(&furniture, j, p, err);
    bool open =
        furniture || p->estimate < j->opts.threshold + STM_DEDUP_ESTIMATE_ERROR;
    const stm_frequent *f = furniture ? &j->frequent : NULL;
    if (rc == STM_OK && open)
        rc = stm_dedup__alike(&alike, j, &d->compares[worker], worker, p->a,
                              p->b, f, err);
    d->near[i] = is_near(&alike, j->opts.threshold);
    return rc;
}

static stm_status run_rounds(deciding *d, const stm_near_pairs *open,
                             stm_error *err)
{
    stm_dedup_job *j = d->job;
    stm_status rc = STM_OK;
    for (size_t from = 0; from < open->count && rc == STM_OK; from += ROUND) {
        size_t n = open->count - from < ROUND ? open->count - from : ROUND;
        d->pairs = open->items + from;
        d->count = n;
        rc = stm_pool_run(j->pool, n, decide, d, NULL, NULL, err);
        for (size_t i = 0; i < n && rc == STM_OK; i++)
            if (d->near[i])
                stm_sets__join(j->parent, d->pairs[i].a, d->pairs[i].b);
        if (rc == STM_OK)
            rc = stm_dedup__tell(j, "comparing", from, open->count, err);
    }
    return rc;
}

stm_status stm_near__decide(stm_dedup_job *j, const stm_near_pairs *open,
                            stm_error *err)
{
    unsigned threads = stm_pool_size(j->pool);
    deciding d = {.job = j,
                  .near = malloc(ROUND),
                  .compares = calloc(threads, sizeof *d.compares)};
    stm_status rc =
        d.near && d.compares
            ? run_rounds(&d, open, err)
            : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (unsigned i = 0; d.compares && i < threads; i++)
        stm_compare__free(&d.compares[i]);
    free(d.compares);
    free(d.near);
    return rc;
}

stm_status stm_dedup__near(stm_dedup_job *j, stm_error *err)
{
    stm_near_pairs open = {0};
    stm_status rc = stm_near__find(&open, j, err);
    if (rc == STM_OK && !j->opts.as_is)
        rc = stm_near__frequent(j, &open, err);
    if (rc == STM_OK)
        rc = stm_near__decide(j, &open, err);
    stm_vec_free(&open);
    return rc;
}
