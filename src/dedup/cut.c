/* Four passes over the documents, none of which keeps more of them than a few
 * bits: which anchors come more than once; the windows that have such an
 * anchor, to the disk; of these the ones whose like came before; the texts
 * without them. See cut_windows.h for windows and anchors. Or one pass over the
 * documents that keeps all of their words instead of the first three: see
 * cut_row.h. */
#include "dedup/cut.h"

#include <stdlib.h>

/* Documents of so many bytes are a worker's next portion. */
enum { CHUNK = 256 << 10, CHUNKS_EACH = 8 };

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* The chunks of the batch that begins with document `*next`. */
static stm_status fill_batch(stm_cutting *c, uint32_t *next, stm_error *err)
{
    const stm_corpus *corpus = &c->job->corpus;
    size_t most = (size_t)stm_pool_size(c->job->pool) * CHUNKS_EACH;
    c->batch.count = 0;
    while (*next < corpus->count && c->batch.count < most) {
        stm_cut_chunk k = {.from = *next};
        while (*next < corpus->count && k.bytes < CHUNK) {
            stm_doc d;
            stm_status rc = stm_corpus__doc(&d, corpus, *next, err);
            if (rc != STM_OK)
                return rc;
            if (k.bytes && d.raw_len > CHUNK)
                break;
            k.bytes += d.raw_len;
            ++*next;
        }
        k.to = *next;
        if (!stm_vec_push(&c->batch, k))
            return no_memory(err);
    }
    return STM_OK;
}

stm_status stm_cut__pass(stm_cutting *c, const stm_cut_pass *p, stm_error *err)
{
    stm_status rc = STM_OK;
    for (uint32_t next = 0; next < c->job->corpus.count && rc == STM_OK;) {
        rc = fill_batch(c, &next, err);
        if (rc == STM_OK && p->start)
            rc = p->start(p->user, err);
        if (rc == STM_OK)
            rc = stm_pool_run(c->job->pool, c->batch.count, p->item, p->user,
                              NULL, NULL, err);
        if (rc == STM_OK && p->done)
            rc = p->done(p->user, err);
        if (rc == STM_OK)
            rc = stm_dedup__tell(c->job, p->stage, next, c->job->corpus.count,
                                 err);
    }
    return rc;
}

stm_status stm_dedup__cut(stm_dedup_job *j, const stm_dedup_out *to,
                          stm_error *err)
{
    unsigned threads = stm_pool_size(j->pool);
    stm_cutting c = {.job = j, .least = j->opts.substrings};
    stm_status rc = stm_dedup__ids(j, err);
    c.workers = calloc(threads, sizeof *c.workers);
    if (rc == STM_OK && !c.workers)
        rc = no_memory(err);
    if (rc == STM_OK)
        rc = stm_cut_places__start(&c.places, j->opts.scratch, c.least, err);
    if (rc == STM_OK)
        rc = j->opts.exact ? stm_cut__find_exactly(&c, err)
                           : stm_cut__find(&c, err);
    if (rc == STM_OK)
        rc = stm_cut__write(&c, to, err);
    for (unsigned i = 0; i < threads && c.workers; i++) {
        stm_cut_text__free(&c.workers[i].text);
        stm_cut_windows__free(&c.workers[i].windows);
        stm_cut_passages__free(&c.workers[i].passages);
    }
    free(c.workers);
    stm_vec_free(&c.batch);
    stm_cut_filter__free(c.filter);
    stm_cut_places__free(&c.places);
    return rc;
}
