/* How alike a document is to the one kept in its place is asked of their texts,
 * which are read again for it: the sketches' estimate may be off by a tenth. */
#include "dedup/report.h"

#include <stdlib.h>

#include "dedup/compare.h"

/* As many are compared at a time. */
enum { ROUND = 512 };

typedef struct reporting {
    stm_dedup_job *job;
    stm_buf *to;            /* or NULL */
    const uint32_t *number; /* of clusters */
    uint32_t gone[ROUND];
    size_t count;
    unsigned thousandths[ROUND]; /* how alike */
    stm_compare *compares;       /* [threads] */
} reporting;

stm_status stm_report__id(stm_buf *b, const stm_corpus *c, const stm_doc *d,
                          stm_error *err)
{
    char room[STM_DOC_LONGEST_ID];
    const void *id;
    stm_status rc =
        stm_store__get(&id, &c->store[STM_IDS], d->id_at, d->id_len, room, err);
    if (rc == STM_OK)
        stm_buf_put(b, id, d->id_len);
    return rc;
}

/* Why it went: near ones may have the same words after all, where those that
 * brought them together are others. */
static stm_status fate_of(stm_fate *out, const stm_dedup_job *j, uint32_t i,
                          stm_error *err)
{
    stm_doc d, kept;
    stm_status rc = stm_corpus__doc(&d, &j->corpus, i, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&kept, &j->corpus, j->kept[i], err);
    *out = rc == STM_OK && stm_exact_eq(d.same, kept.same) ? STM_FATE_EXACT
                                                           : j->fate[i];
    return rc;
}

static stm_status compare(void *user, size_t i, unsigned worker, stm_error *err)
{
    reporting *r = user;
    stm_dedup_job *j = r->job;
    stm_fate fate;
    stm_alike alike;
    uint32_t doc = r->gone[i];
    stm_status rc = fate_of(&fate, j, doc, err);
    r->thousandths[i] = 1000;
    if (rc != STM_OK || fate == STM_FATE_EXACT)
        return rc;
    rc = stm_dedup__alike(&alike, j, &r->compares[worker], worker, doc,
                          j->kept[doc], NULL, err);
    if (rc == STM_OK)
        r->thousandths[i] = (unsigned)(alike.all * 1000 + .5);
    return rc;
}

static stm_status put_row(const reporting *r, size_t i, stm_fate fate,
                          stm_error *err)
{
    static const char *const names[] = {"", "exact", "near", "contained"};
    const stm_dedup_job *j = r->job;
    uint32_t doc = r->gone[i], kept = j->kept[doc];
    unsigned alike = r->thousandths[i];
    stm_doc d, k;
    stm_status rc = stm_corpus__doc(&d, &j->corpus, doc, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&k, &j->corpus, kept, err);
    stm_buf_text(r->to, "{\"id\":");
    if (rc == STM_OK)
        rc = stm_report__id(r->to, &j->corpus, &d, err);
    stm_buf_text(r->to, ",\"kept\":");
    if (rc == STM_OK)
        rc = stm_report__id(r->to, &j->corpus, &k, err);
    stm_buf_format(r->to,
                   ",\"cluster\":%u,\"similarity\":%u.%03u,\"kind\":\"%s\"}\n",
                   r->number[kept], alike / 1000, alike % 1000, names[fate]);
    return rc;
}

static stm_status end_round(reporting *r, stm_error *err)
{
    stm_dedup_job *j = r->job;
    stm_status rc = STM_OK;
    if (r->to)
        rc = stm_pool_run(j->pool, r->count, compare, r, NULL, NULL, err);
    for (size_t i = 0; i < r->count && rc == STM_OK; i++) {
        stm_fate fate;
        rc = fate_of(&fate, j, r->gone[i], err);
        j->sum->exact += fate == STM_FATE_EXACT;
        j->sum->near += fate == STM_FATE_NEAR;
        j->sum->contained += fate == STM_FATE_CONTAINED;
        if (rc == STM_OK && r->to)
            rc = put_row(r, i, fate, err);
    }
    r->count = 0;
    return rc;
}

static stm_status write_all(reporting *r, stm_error *err)
{
    const stm_dedup_job *j = r->job;
    stm_status rc = STM_OK;
    for (uint32_t i = j->corpus.earlier; i < j->corpus.count && rc == STM_OK;
         i++) {
        if (j->kept[i] == i)
            continue;
        r->gone[r->count++] = i;
        if (r->count == ROUND)
            rc = end_round(r, err);
        if (rc == STM_OK && r->to && !r->count)
            rc = stm_dedup__tell(r->job, "reporting", i, j->corpus.count, err);
    }
    return rc == STM_OK ? end_round(r, err) : rc;
}

stm_status stm_report__write(stm_dedup_job *j, const stm_sink *to,
                             const uint32_t *number, stm_error *err)
{
    unsigned threads = stm_pool_size(j->pool);
    stm_buf b;
    reporting *r = calloc(1, sizeof *r);
    stm_compare *compares = calloc(threads, sizeof *compares);
    stm_status rc = r && compares ? STM_OK
                                  : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                                             "out of memory");
    if (to)
        stm_buf_start(&b, to);
    if (rc == STM_OK) {
        *r = (reporting){.job = j,
                         .to = to ? &b : NULL,
                         .number = number,
                         .compares = compares};
        rc = write_all(r, err);
    }
    for (unsigned i = 0; compares && i < threads; i++)
        stm_compare__free(&compares[i]);
    free(compares);
    free(r);
    if (rc != STM_OK || !to)
        return rc;
    rc = stm_buf_end(&b);
    return rc == STM_OK
               ? rc
               : stm_fail(err, rc, STM_NO_OFFSET, "cannot write the report");
}
