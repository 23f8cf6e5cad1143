/* Prints put in order bring together the documents that have them. What many
 * have is furniture and brings nobody together; so a print makes a bounded
 * number of pairs. */
#include <stdlib.h>

#include "dedup/contain.h"
#include "dedup/passes.h"
#include "dedup/weights.h"

static const uint32_t spread = 0x9e3779b1, gather_again = 0x0e8b2f51;

typedef struct pair {
    uint32_t small, large;
} pair;

typedef struct finding {
    stm_dedup_job *job;
    stm_contain_pairs *out;
    STM_VEC(pair) pairs; /* one for each print shared */
    STM_VEC(uint32_t) frequent;
} finding;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* The prints of all kept documents. They are small numbers in long documents,
 * so they are multiplied by an odd one to be in all passes alike. */
static stm_status give_prints(void *user, stm_pass *to, stm_error *err)
{
    finding *f = user;
    const stm_dedup_job *j = f->job;
    const stm_store *store = &j->corpus.store[STM_PRINTS];
    uint64_t at = 0;
    uint32_t *room = NULL;
    size_t have = 0;
    stm_store_walk docs = {0}, walk = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++) {
        stm_doc d;
        const void *prints;
        rc = stm_corpus__next_doc(&d, &docs, &j->corpus, i, err);
        size_t len = d.prints * sizeof *room;
        bool small = len <= STM_STORE_STEP;
        if (rc == STM_OK && !small && have < d.prints &&
            !stm_vec__grow(&room, &have, 0, d.prints, sizeof *room))
            rc = no_memory(err);
        if (rc == STM_OK)
            rc = small ? stm_store__walk(&prints, &walk, store, at, len, err)
                       : stm_store__get(&prints, store, at, len, room, err);
        at += len;
        for (uint32_t p = 0; rc == STM_OK && j->kept[i] == i && p < d.prints;
             p++)
            stm_pass__put(to, ((const uint32_t *)prints)[p] * spread, i);
    }
    free(room);
    stm_store__walk_end(&docs);
    stm_store__walk_end(&walk);
    return rc;
}

static bool push_pair(finding *f, uint32_t x, uint32_t y)
{
    const uint32_t *words = f->job->words;
    bool smaller = words[x] < words[y] || (words[x] == words[y] && x > y);
    pair p = smaller ? (pair){x, y} : (pair){y, x};
    return stm_vec_push(&f->pairs, p);
}

static stm_status pair_up(void *user, const stm_keyed *k, size_t n,
                          stm_error *err)
{
    finding *f = user;
    if (n >= STM_DEDUP_FREQUENT)
        return stm_vec_push(&f->frequent, k->key * gather_again)
                   ? STM_OK
                   : no_memory(err);
    for (size_t i = 1; i < n; i++)
        for (size_t h = 0; h < i; h++)
            if (!push_pair(f, k[h].doc, k[i].doc))
                return no_memory(err);
    return STM_OK;
}

static int by_small(const void *x, const void *y)
{
    const pair *p = x, *q = y;
    if (p->small != q->small)
        return p->small < q->small ? -1 : 1;
    return (p->large > q->large) - (p->large < q->large);
}

static int by_shared(const void *x, const void *y)
{
    const stm_contain_pair *p = x, *q = y;
    if (p->small != q->small)
        return p->small < q->small ? -1 : 1;
    if (p->shared != q->shared)
        return p->shared > q->shared ? -1 : 1;
    return (p->large > q->large) - (p->large < q->large);
}

/* How many prints they would share if the large one held all of the small. */
static double most_shared(const stm_dedup_job *j, const stm_contain_pair *p)
{
    uint32_t bound = stm_run__print_bound(j->words[p->large]);
    return (double)stm_run__count(j->words[p->small]) *
           ((double)bound / UINT32_MAX);
}

static bool is_worth_it(const stm_dedup_job *j, const stm_contain_pair *p)
{
    return p->shared >= STM_DEDUP_LEAST_PRINTS &&
           p->shared >= most_shared(j, p) * STM_DEDUP_SHARED_PRINTS;
}

/* Equal pairs lie behind each other. */
static stm_status count_pairs(finding *f, stm_error *err)
{
    const pair *p = f->pairs.items;
    size_t n = f->pairs.count;
    for (size_t i = 0; i < n;) {
        pair now = p[i];
        stm_contain_pair one = {now.small, now.large, 0};
        for (; i < n && !by_small(&p[i], &now); i++)
            one.shared++;
        if (is_worth_it(f->job, &one) && !stm_vec_push(f->out, one))
            return no_memory(err);
    }
    return STM_OK;
}

static bool same_bag(const stm_doc *a, const stm_doc *b)
{
    return a->bag == b->bag && a->words == b->words;
}

/* Documents of one key against the first of them. */
static stm_status pair_bags(void *user, const stm_keyed *k, size_t n,
                            stm_error *err)
{
    finding *f = user;
    stm_doc first, other;
    stm_status rc = stm_corpus__doc(&first, &f->job->corpus, k->doc, err);
    for (size_t i = 1; i < n && rc == STM_OK; i++) {
        rc = stm_corpus__doc(&other, &f->job->corpus, k[i].doc, err);
        stm_contain_pair p = {k[i].doc, k->doc, STM_CONTAIN_ALL};
        if (rc == STM_OK && same_bag(&first, &other) &&
            !stm_vec_push(f->out, p))
            rc = no_memory(err);
    }
    return rc;
}

static stm_status give_bags(void *user, stm_pass *to, stm_error *err)
{
    finding *f = user;
    const stm_dedup_job *j = f->job;
    stm_store_walk w = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++) {
        stm_doc d;
        rc = stm_corpus__next_doc(&d, &w, &j->corpus, i, err);
        if (rc == STM_OK && j->kept[i] == i && d.words >= STM_DEDUP_BAG)
            stm_pass__put(to, (uint32_t)d.bag, i);
    }
    stm_store__walk_end(&w);
    return rc;
}

stm_status stm_contain__find(stm_contain_pairs *out, stm_dedup_job *j,
                             stm_error *err)
{
    finding f = {.job = j, .out = out};
    stm_status rc = stm_passes__run(j, 2, give_prints, pair_up, &f, err);
    if (rc == STM_OK && f.pairs.count)
        qsort(f.pairs.items, f.pairs.count, sizeof(pair), by_small);
    if (rc == STM_OK)
        rc = count_pairs(&f, err);
    if (rc == STM_OK)
        rc = stm_passes__run(j, 2, give_bags, pair_bags, &f, err);
    if (rc == STM_OK && out->count)
        qsort(out->items, out->count, sizeof *out->items, by_shared);
    if (rc == STM_OK && !j->opts.as_is)
        rc = stm_frequent__add(&j->frequent, f.frequent.items, f.frequent.count,
                               err);
    stm_vec_free(&f.pairs);
    stm_vec_free(&f.frequent);
    return rc;
}
