/* Bands of sketches: documents with equal keys are compared by their sketches.
 * In a large bucket each is compared with the one before it and with the
 * first, so a bucket costs no more than its documents; the other bands mix them
 * anew. Pairs already in one set are passed over: that changes no set. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/vec.h"
#include "dedup/keyed.h"
#include "dedup/keys.h"
#include "dedup/near.h"
#include "base/sets.h"
#include "dedup/weights.h"

enum {
    ALL_PAIRS = 8,        /* buckets up to this size */
    REMEMBERED = 1 << 16, /* at least */
    TOGETHER = 16,        /* bands in a round */
    WAITING = 64,         /* pairs */
    STRETCH = 4096,       /* documents in a row */
    AT_HAND = 256         /* of them, those whose sketches are read in one go */
};
/* Keys of a round take no more memory than this. */
static const uint64_t most_columns = (uint64_t)16 << 20;

/* A worker's own. */
typedef struct bench {
    stm_keyed_room keyed;
    stm_minhash *sketches; /* [AT_HAND] */
    uint64_t *lately;      /* [remembered] pairs that were compared */
} bench;

typedef struct finding {
    stm_dedup_job *job;
    stm_keys keys;
    unsigned first;           /* band of this round */
    unsigned count, together; /* bands of it; of all but the last */
    uint32_t *docs;           /* [doc_count] those that are compared */
    size_t doc_count;
    uint32_t *column; /* [TOGETHER][doc_count] keys of the round */
    stm_near_pairs pairs[TOGETHER];
    bench *benches;    /* [threads] */
    size_t remembered; /* a power of two */
} finding;

/* The keys of the documents [from, to), which have no more than AT_HAND others
 * between them. */
static stm_status fill_some(finding *f, bench *b, const stm_band *choice,
                            size_t from, size_t to, stm_error *err)
{
    const stm_minhash *s;
    uint32_t first = f->docs[from];
    size_t span = (size_t)(f->docs[to - 1] - first) + 1;
    stm_status rc = stm_corpus__sketches(&s, &f->job->corpus, first, span,
                                         b->sketches, err);
    for (size_t i = from; i < to && rc == STM_OK; i++)
        for (unsigned k = 0; k < f->count; k++)
            f->column[k * f->doc_count + i] =
                stm_keys__key(&choice[k], &s[f->docs[i] - first]);
    return rc;
}

/* The keys of a stretch, for all bands of the round: a sketch is fetched once
 * for them. */
static stm_status fill_columns(void *user, size_t item, unsigned worker,
                               stm_error *err)
{
    finding *f = user;
    size_t end = item * STRETCH + STRETCH;
    stm_band choice[TOGETHER];
    stm_status rc = STM_OK;
    end = end < f->doc_count ? end : f->doc_count;
    for (unsigned b = 0; b < f->count; b++)
        choice[b] = stm_keys__band(&f->keys, f->first + b);
    for (size_t from = item * STRETCH, to; from < end && rc == STM_OK;
         from = to) {
        to = from + 1;
        while (to < end && f->docs[to] - f->docs[from] < AT_HAND)
            to++;
        rc = fill_some(f, &f->benches[worker], choice, from, to, err);
    }
    return rc;
}

/* Where a pair is remembered. */
static uint64_t *place_of(const finding *f, bench *b, uint32_t x, uint32_t y)
{
    uint64_t pair = (uint64_t)x << 32 | y;
    return &b->lately[stm_mix64(pair) & (f->remembered - 1)];
}

static bool is_new(const finding *f, bench *b, uint32_t x, uint32_t y)
{
    uint64_t pair = (uint64_t)x << 32 | y, *at = place_of(f, b, x, y);
    bool new = *at != pair;
    *at = pair;
    return new;
}

/* A band as one worker has it. */
typedef struct at_work {
    finding *f;
    unsigned band;
    bench *bench;
    stm_near_pair waiting[WAITING]; /* while memory fetches what they need */
    size_t count;
} at_work;

static stm_status compare(at_work *w, uint32_t x, uint32_t y, stm_error *err)
{
    const stm_dedup_job *j = w->f->job;
    stm_minhash room[2];
    const stm_minhash *s, *t;
    stm_status rc = stm_corpus__sketch(&s, &j->corpus, x, &room[0], err);
    if (rc == STM_OK)
        rc = stm_corpus__sketch(&t, &j->corpus, y, &room[1], err);
    if (rc != STM_OK)
        return rc;
    double estimate = stm_minhash__jaccard(s, t);
    if (estimate < j->opts.threshold - STM_DEDUP_ESTIMATE_ERROR)
        return STM_OK;
    stm_near_pair p = {x, y, (float)estimate};
    return stm_vec_push(&w->f->pairs[w->band], p)
               ? STM_OK
               : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* Of those that wait only those not in one set and not seen lately are
 * compared. */
static stm_status compare_waiting(at_work *w, stm_error *err)
{
    const stm_dedup_job *j = w->f->job;
    size_t n = 0;
    stm_status rc = STM_OK;
    for (size_t i = 0; i < w->count; i++) {
        stm_near_pair p = w->waiting[i];
        if (stm_sets__same(j->parent, p.a, p.b) ||
            !is_new(w->f, w->bench, p.a, p.b))
            continue;
        stm_corpus__fetch_sketch(&j->corpus, p.a);
        stm_corpus__fetch_sketch(&j->corpus, p.b);
        w->waiting[n++] = p;
    }
    w->count = 0;
    for (size_t i = 0; i < n && rc == STM_OK; i++)
        rc = compare(w, w->waiting[i].a, w->waiting[i].b, err);
    return rc;
}

static stm_status look(at_work *w, uint32_t x, uint32_t y, stm_error *err)
{
    __builtin_prefetch(&w->f->job->parent[x]);
    __builtin_prefetch(&w->f->job->parent[y]);
    __builtin_prefetch(place_of(w->f, w->bench, x, y));
    w->waiting[w->count++] = (stm_near_pair){.a = x, .b = y};
    return w->count == WAITING ? compare_waiting(w, err) : STM_OK;
}

static stm_status look_at_bucket(void *user, const stm_keyed *k, size_t n,
                                 stm_error *err)
{
    at_work *w = user;
    stm_status rc = STM_OK;
    for (size_t i = 1; i < n && rc == STM_OK; i++) {
        size_t from = n <= ALL_PAIRS ? 0 : i - 1;
        for (size_t h = from; h < i && rc == STM_OK; h++)
            rc = look(w, k[h].doc, k[i].doc, err);
        if (from && rc == STM_OK)
            rc = look(w, k[0].doc, k[i].doc, err);
    }
    return rc;
}

static stm_status find_in_band(void *user, size_t i, unsigned worker,
                               stm_error *err)
{
    finding *f = user;
    at_work w = {.f = f, .band = (unsigned)i, .bench = &f->benches[worker]};
    stm_status rc =
        stm_keyed__repeats(&w.bench->keyed, f->column + i * f->doc_count,
                           f->docs, f->doc_count, look_at_bucket, &w, err);
    return rc == STM_OK ? compare_waiting(&w, err) : rc;
}

/* Short documents may be alike by their furniture alone. */
static bool is_sure(const stm_dedup_job *j, const stm_near_pair *p)
{
    uint32_t words =
        j->words[p->a] < j->words[p->b] ? j->words[p->a] : j->words[p->b];
    return p->estimate >= j->opts.threshold + STM_DEDUP_ESTIMATE_ERROR &&
           (words >= STM_DEDUP_SHORT || p->estimate >= STM_DEDUP_SURE ||
            j->opts.as_is);
}

static stm_status take_pairs(finding *f, unsigned band, stm_near_pairs *open,
                             stm_error *err)
{
    stm_dedup_job *j = f->job;
    for (size_t i = 0; i < f->pairs[band].count; i++) {
        const stm_near_pair *p = &f->pairs[band].items[i];
        if (is_sure(j, p))
            stm_sets__join(j->parent, p->a, p->b);
        else if (!stm_vec_push(open, *p))
            return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    f->pairs[band].count = 0;
    return STM_OK;
}

static stm_status run_bands(finding *f, stm_near_pairs *open, stm_error *err)
{
    stm_pool *pool = f->job->pool;
    size_t stretches = (f->doc_count + STRETCH - 1) / STRETCH;
    stm_status rc = STM_OK;
    for (f->first = 0; f->first < f->keys.bands && rc == STM_OK;
         f->first += f->count) {
        unsigned left = f->keys.bands - f->first;
        f->count = left < f->together ? left : f->together;
        rc = stm_pool_run(pool, stretches, fill_columns, f, NULL, NULL, err);
        if (rc == STM_OK)
            rc = stm_pool_run(pool, f->count, find_in_band, f, NULL, NULL, err);
        for (unsigned i = 0; i < f->count && rc == STM_OK; i++)
            rc = take_pairs(f, i, open, err);
        if (rc == STM_OK)
            rc = stm_dedup__tell(f->job, "grouping", f->first, f->keys.bands,
                                 err);
    }
    return rc;
}

static int by_pair(const void *x, const void *y)
{
    const stm_near_pair *p = x, *q = y;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

static int by_estimate(const void *x, const void *y)
{
    const stm_near_pair *p = x, *q = y;
    if (p->estimate != q->estimate)
        return p->estimate > q->estimate ? -1 : 1;
    return by_pair(x, y);
}

/* Leaves what is still to be decided; most has come together meanwhile. */
static void drop_joined(const stm_dedup_job *j, stm_near_pairs *open)
{
    size_t kept = 0;
    stm_near_pair *p = open->items;
    for (size_t i = 0; i < open->count; i++)
        if (!stm_sets__same(j->parent, p[i].a, p[i].b))
            p[kept++] = p[i];
    open->count = kept;
}

/* What is still to be decided, each pair once. */
static void tidy(const stm_dedup_job *j, stm_near_pairs *open)
{
    size_t kept = 1;
    stm_near_pair *p = open->items;
    drop_joined(j, open);
    if (!open->count)
        return;
    qsort(p, open->count, sizeof *p, by_pair);
    for (size_t i = 1; i < open->count; i++)
        if (by_pair(&p[kept - 1], &p[i]))
            p[kept++] = p[i];
    open->count = kept;
    qsort(p, kept, sizeof *p, by_estimate);
}

static void choose_docs(finding *f)
{
    const stm_dedup_job *j = f->job;
    for (uint32_t i = 0; i < j->corpus.count; i++)
        if (j->fate[i] == STM_FATE_KEPT && j->words[i])
            f->docs[f->doc_count++] = i;
}

/* As many as memory allows: the more, the less often sketches are fetched. */
static unsigned bands_together(const stm_dedup_job *j, unsigned threads)
{
    uint64_t n = (uint64_t)j->corpus.count + 1, room = stm_dedup__room(j);
    /* keys that come again, and pairs that are remembered, take less than that
     */
    uint64_t sorting = 2 * sizeof(stm_keyed) * n * threads;
    uint64_t fit = room > sorting ? room - sorting : 0;
    fit = (fit < most_columns ? fit : most_columns) / (4 * n);
    return fit > TOGETHER ? TOGETHER : fit < 1 ? 1 : (unsigned)fit;
}

static bool make_room(finding *f, unsigned threads)
{
    size_t n = (size_t)f->job->corpus.count + 1;
    size_t pairs = f->job->opts.max_memory ? n : 2 * n;
    for (f->remembered = REMEMBERED; f->remembered * 2 <= pairs;)
        f->remembered *= 2;
    f->docs = malloc(n * sizeof *f->docs);
    f->together = bands_together(f->job, threads);
    f->column = malloc(n * f->together * sizeof *f->column);
    f->benches = calloc(threads, sizeof *f->benches);
    if (!f->docs || !f->column || !f->benches)
        return false;
    for (unsigned i = 0; i < threads; i++) {
        bench *b = &f->benches[i];
        b->sketches = malloc(AT_HAND * sizeof *b->sketches);
        b->lately = calloc(f->remembered, sizeof *b->lately);
        if (!b->sketches || !b->lately)
            return false;
    }
    return true;
}

static void free_room(finding *f, unsigned threads)
{
    for (unsigned i = 0; f->benches && i < threads; i++) {
        stm_keyed__room_free(&f->benches[i].keyed);
        free(f->benches[i].lately);
        free(f->benches[i].sketches);
    }
    for (unsigned i = 0; i < TOGETHER; i++)
        stm_vec_free(&f->pairs[i]);
    free(f->benches);
    free(f->column);
    free(f->docs);
}

stm_status stm_near__find(stm_near_pairs *open, stm_dedup_job *j,
                          stm_error *err)
{
    finding f = {.job = j,
                 .keys = stm_keys__for(j->opts.threshold, j->corpus.count)};
    unsigned threads = stm_pool_size(j->pool);
    stm_status rc = STM_ENOMEM;
    if (make_room(&f, threads)) {
        choose_docs(&f);
        rc = run_bands(&f, open, err);
    } else {
        stm_fail(err, rc, STM_NO_OFFSET, "out of memory");
    }
    free_room(&f, threads);
    if (rc == STM_OK)
        tidy(j, open);
    return rc;
}
