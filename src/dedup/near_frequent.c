/* Which runs at the edges of documents are furniture: those that many sets of
 * documents have which are not near each other. */
#include <stdlib.h>
#include <string.h>

#include "dedup/near.h"
#include "dedup/passes.h"
#include "base/sets.h"
#include "dedup/weights.h"

/* The sets as they would be if every open pair were near. */
static uint32_t *widest_sets(const stm_dedup_job *j, const stm_near_pairs *open)
{
    uint32_t *parent = malloc(((size_t)j->corpus.count + 1) * sizeof *parent);
    if (!parent)
        return NULL;
    memcpy(parent, j->parent, (size_t)j->corpus.count * sizeof *parent);
    for (size_t i = 0; i < open->count; i++)
        stm_sets__join(parent, open->items[i].a, open->items[i].b);
    return parent;
}

/* Runs are multiplied by an odd number, which they can be taken back from:
 * small ones, which edges are made of, would all be in one pass. */
static const uint32_t spread = 0x9e3779b1, gather_again = 0x0e8b2f51;

typedef struct looking {
    stm_dedup_job *job;
    uint32_t *parent; /* the widest sets */
    STM_VEC(uint32_t) frequent;
} looking;

/* The runs of those documents that are compared, with their sets. */
static stm_status give_runs(void *user, stm_pass *to, stm_error *err)
{
    looking *l = user;
    const stm_dedup_job *j = l->job;
    stm_store_walk w = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++) {
        const void *at;
        const stm_edges *e;
        if (j->fate[i] != STM_FATE_KEPT || !j->words[i])
            continue;
        rc = stm_store__walk(&at, &w, &j->corpus.store[STM_EDGES],
                             (uint64_t)i * sizeof *e, sizeof *e, err);
        if (rc != STM_OK)
            break;
        e = at;
        uint32_t set = stm_sets__find(l->parent, i);
        for (unsigned r = 0; r < 2 * STM_EDGE_RUNS; r++) {
            uint32_t run = e->run[r / STM_EDGE_RUNS][r % STM_EDGE_RUNS];
            if (run)
                stm_pass__put(to, run * spread, set);
        }
    }
    stm_store__walk_end(&w);
    return rc;
}

/* Whether the items, of one key, are of enough sets. */
static bool is_frequent(const stm_keyed *k, size_t n)
{
    uint32_t sets[STM_DEDUP_FREQUENT];
    size_t count = 0;
    for (size_t i = 0; i < n && count < STM_DEDUP_FREQUENT; i++) {
        size_t s = 0;
        while (s < count && sets[s] != k[i].doc)
            s++;
        if (s == count)
            sets[count++] = k[i].doc;
    }
    return count == STM_DEDUP_FREQUENT;
}

static stm_status take_run(void *user, const stm_keyed *k, size_t n,
                           stm_error *err)
{
    looking *l = user;
    if (n < STM_DEDUP_FREQUENT || !is_frequent(k, n) ||
        stm_vec_push(&l->frequent, k->key * gather_again))
        return STM_OK;
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

stm_status stm_near__frequent(stm_dedup_job *j, const stm_near_pairs *open,
                              stm_error *err)
{
    looking l = {.job = j, .parent = widest_sets(j, open)};
    stm_status rc =
        l.parent ? stm_passes__run(j, STM_DEDUP_FREQUENT, give_runs, take_run,
                                   &l, err)
                 : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    if (rc == STM_OK)
        rc = stm_frequent__add(&j->frequent, l.frequent.items, l.frequent.count,
                               err);
    stm_vec_free(&l.frequent);
    free(l.parent);
    return rc;
}
