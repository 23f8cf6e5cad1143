/* Documents one after the other, none of them kept. Captures come in batches:
 * each worker reads and writes its documents of the batch, then all that was
 * written goes out in order. Several threads want batches in which pages of all
 * sizes even out; one reads each page as it comes, while it is in its cache. */
#include <stdlib.h>

#include "run/job.h"
#include "run/ordered.h"
#include "run/plan.h"

enum { BATCH_BYTES = 4 << 20, BATCH_ITEMS = 64 }; /* for each worker */

typedef struct item {
    stm_capture *capture;
    const char *limit; /* that cut the page, or NULL */
} item;

typedef struct extraction {
    stm_job job;
    stm_tally *tally;
    stm_document_fn *write;
    const stm_sink *out;
    STM_VEC(item) batch;
    uint64_t bytes, planned; /* of the batch */
    size_t ran;              /* items of it that were written */
    bool ended;              /* the batch is the last one */
    stm_ordered ordered;
} extraction;

static stm_status write_document(extraction *e, size_t i, unsigned worker,
                                 const stm_opened *o, stm_error *err)
{
    const stm_document d = {
        .id = e->tally->done + i,
        .capture = e->batch.items[i].capture,
        .html = o->html,
        .page = o->page,
        .words = stm_document__words(o->words, o->page),
        .alone = e->ended && !e->tally->done && e->batch.count == 1,
    };
    const stm_sink out = stm_ordered__open(&e->ordered, i, worker);
    stm_status rc = e->write(&d, &out, err);
    stm_ordered__close(&e->ordered, i);
    return rc;
}

/* One document of those that wait, on any thread. Its capture is kept only to
 * be named. */
static stm_status extract_item(void *user, size_t waiting, unsigned worker,
                               stm_error *err)
{
    extraction *e = user;
    size_t i = e->ran + waiting;
    item *it = &e->batch.items[i];
    stm_opened o;
    stm_status rc = stm_document__look(&o, &e->job.readers[worker], it->capture,
                                       e->job.opts.as_is, err);
    if (rc == STM_OK)
        rc = write_document(e, i, worker, &o, err);
    it->limit = o.html ? o.html->limit : NULL;
    stm_document__close(&o);
    if (!it->limit) {
        stm_capture_free(it->capture);
        it->capture = NULL;
    }
    return rc;
}

static bool tick(void *user, size_t done, size_t all)
{
    extraction *e = user;
    (void)all;
    return stm_job__tell(&e->job, "extracting", e->tally->done + e->ran + done,
                         0, NULL) == STM_OK;
}

static void empty_batch(extraction *e)
{
    for (size_t i = 0; i < e->batch.count; i++)
        stm_capture_free(e->batch.items[i].capture);
    e->batch.count = e->ran = 0;
    e->bytes = e->planned = 0;
}

static void name_cut_pages(extraction *e)
{
    for (size_t i = 0; i < e->batch.count; i++) {
        const item *it = &e->batch.items[i];
        if (it->limit)
            stm_job__cut(&e->job, it->capture, it->limit);
    }
}

static stm_status run_waiting(extraction *e, stm_error *err)
{
    size_t n = e->batch.count - e->ran;
    stm_status rc = stm_pool_run(e->job.pool, n, extract_item, e, tick, e, err);
    e->ran += n;
    return rc;
}

static stm_status run_batch(extraction *e, stm_error *err)
{
    stm_status rc = run_waiting(e, err);
    if (rc == STM_OK) {
        rc = stm_ordered__write(&e->ordered, e->out);
        if (rc != STM_OK)
            stm_fail(err, rc, STM_NO_OFFSET, "cannot write the documents");
    }
    if (rc == STM_OK) {
        name_cut_pages(e);
        e->tally->done += e->batch.count;
    }
    empty_batch(e);
    return rc;
}

static uint64_t most_items(const extraction *e)
{
    return (uint64_t)stm_pool_size(e->job.pool) * BATCH_ITEMS;
}

/* Would the batch be too much with another capture in it? */
static bool is_full(const extraction *e, uint64_t bytes, uint64_t planned)
{
    uint64_t workers = stm_pool_size(e->job.pool);
    uint64_t limit = e->job.opts.max_memory;
    return e->batch.count >= most_items(e) ||
           e->bytes + bytes > workers * BATCH_BYTES ||
           (limit && e->job.planned + e->planned + planned > limit);
}

static stm_status put_in_batch(extraction *e, stm_capture *c, stm_error *err)
{
    uint64_t bytes = stm_document__bytes(c).len;
    uint64_t planned =
        c->markup.ptr ? stm_plan__page_alone(bytes) : stm_plan__capture(bytes);
    stm_status rc = STM_OK;
    if (e->batch.count && is_full(e, bytes, planned))
        rc = run_batch(e, err);
    if (rc == STM_OK && !e->batch.count) {
        rc = stm_job__plan(&e->job, planned, c->source, err);
        e->job.planned -= planned;
    }
    if (rc == STM_OK && !e->batch.count)
        rc = stm_ordered__expect(&e->ordered, most_items(e), err);
    if (rc == STM_OK && !stm_vec_push(&e->batch, ((item){c, NULL})))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the captures");
    if (rc != STM_OK)
        return rc;
    e->bytes += bytes;
    e->planned += planned;
    return STM_OK;
}

/* The first document waits for a second: alone, it is written otherwise. */
static bool may_run(const extraction *e)
{
    return stm_pool_size(e->job.pool) == 1 &&
           e->tally->done + e->batch.count > 1;
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    extraction *e = user;
    stm_status rc = put_in_batch(e, c, err);
    if (rc != STM_OK) {
        stm_capture_free(c);
        return rc;
    }
    return may_run(e) ? run_waiting(e, err) : STM_OK;
}

static stm_status walk(extraction *e, const char *const *paths, size_t count,
                       stm_error *err)
{
    stm_status rc =
        stm_ordered__start(&e->ordered, stm_pool_size(e->job.pool), err);
    if (rc == STM_OK)
        rc = stm_job__walk(&e->job, paths, count, take, e, err);
    e->ended = true;
    if (rc == STM_OK && e->batch.count)
        rc = run_batch(e, err);
    if (rc == STM_OK && !e->tally->done)
        rc = stm_job__nothing(&e->job, "extract", err);
    return rc;
}

stm_status stm_run_extract(stm_tally *tally, const char *const *paths,
                           size_t count, const stm_run_opts *opts,
                           stm_document_fn *write, const stm_sink *out,
                           stm_error *err)
{
    extraction e = {.tally = tally, .write = write, .out = out};
    *tally = (stm_tally){0};
    stm_status rc = stm_job__start(&e.job, opts, err);
    if (rc == STM_OK)
        rc = walk(&e, paths, count, err);
    tally->skipped = e.job.skipped;
    tally->cut = e.job.cut;
    empty_batch(&e);
    stm_vec_free(&e.batch);
    stm_ordered__free(&e.ordered);
    stm_job__free(&e.job);
    return rc;
}
