/* The second pass: what went is told, and what is kept goes out. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/pack.h"
#include "dedup/archive.h"
#include "dedup/copy.h"
#include "dedup/job.h"
#include "dedup/report.h"
#include "base/sets.h"

static stm_status sink_failed(stm_status rc, const char *what, stm_error *err)
{
    return stm_fail(err, rc, STM_NO_OFFSET, "cannot write %s", what);
}

static stm_status write_packed(stm_dedup_job *j, const char *how,
                               const stm_sink *to, stm_error *err)
{
    stm_pack *p;
    stm_status rc = stm_pack_open(&p, how, to, err);
    if (rc != STM_OK)
        return rc;
    stm_sink in = {stm_pack_write, p};
    rc = stm_copy__kept(j, &in, err);
    if (rc == STM_OK && (rc = stm_pack_end(p)) != STM_OK)
        sink_failed(rc, "the documents kept", err);
    stm_pack_free(p);
    return rc;
}

static void count_kept(stm_dedup_job *j, const stm_doc *d, uint32_t i)
{
    stm_dedup_source *s = &j->corpus.sources.items[d->source];
    if (j->kept[i] != i)
        return;
    s->kept++;
    s->kept_bytes += d->raw_len;
    j->sum->kept++;
    j->sum->kept_bytes += d->raw_len;
}

/* Numbers the clusters by their first members, from 1; 0: alone. The number
 * stands at the document that is kept. */
static stm_status number_clusters(stm_dedup_job *j, uint32_t *number,
                                  stm_error *err)
{
    stm_store_walk w = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = j->corpus.earlier; i < j->corpus.count; i++) {
        stm_doc d;
        rc = stm_corpus__next_doc(&d, &w, &j->corpus, i, err);
        if (rc != STM_OK)
            break;
        count_kept(j, &d, i);
        j->sum->bytes += d.raw_len;
        if (j->kept[i] != i)
            number[j->kept[i]] = 1;
    }
    stm_store__walk_end(&w);
    uint32_t next = 1;
    for (uint32_t i = 0; i < j->corpus.count; i++) {
        uint32_t k = j->kept[i];
        if (number[k] == 1)
            number[k] = ++next;
    }
    for (uint32_t i = 0; i < j->corpus.count; i++)
        number[i] -= number[i] > 0;
    j->sum->clusters = next - 1;
    return rc;
}

static stm_status write_cluster(stm_dedup_job *j, stm_buf *b, uint32_t number,
                                uint32_t first, const uint32_t *next,
                                stm_error *err)
{
    stm_doc d;
    stm_status rc = STM_OK;
    stm_buf_format(b, "{\"cluster\":%u,\"ids\":", number);
    for (uint32_t i = first; i != UINT32_MAX && rc == STM_OK; i = next[i]) {
        stm_buf_text(b, i == first ? "[" : ",");
        rc = stm_corpus__doc(&d, &j->corpus, i, err);
        if (rc == STM_OK)
            rc = stm_report__id(b, &j->corpus, &d, err);
    }
    stm_buf_text(b, "]}\n");
    return rc;
}

/* Members are chained in order: `next` behind each, `first` at the one that is
 * kept. */
static stm_status write_clusters(stm_dedup_job *j, const stm_sink *to,
                                 const uint32_t *number, stm_error *err)
{
    size_t n = (size_t)j->corpus.count;
    uint32_t *first = malloc((n * 2 + 1) * sizeof *first), *next = first + n;
    stm_status rc = STM_OK;
    stm_buf b;
    if (!first)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    stm_buf_start(&b, to);
    for (size_t i = 0; i < n; i++)
        first[i] = UINT32_MAX;
    for (size_t i = n; i--;) {
        next[i] = first[j->kept[i]];
        first[j->kept[i]] = (uint32_t)i;
    }
    for (size_t i = 0; i < n && rc == STM_OK; i++) {
        uint32_t k = j->kept[i];
        if (number[k] && first[k] == i)
            rc = write_cluster(j, &b, number[k], (uint32_t)i, next, err);
    }
    free(first);
    if (rc != STM_OK)
        return rc;
    rc = stm_buf_end(&b);
    return rc == STM_OK ? rc : sink_failed(rc, "the clusters", err);
}

stm_status stm_dedup__write(stm_dedup_job *j, const stm_dedup_out *to,
                            stm_error *err)
{
    uint32_t *number = calloc((size_t)j->corpus.count + 1, sizeof *number);
    if (!number)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    stm_status rc = number_clusters(j, number, err);
    if (rc == STM_OK)
        rc = stm_report__write(j, to->report, number, err);
    if (rc == STM_OK && to->clusters)
        rc = write_clusters(j, to->clusters, number, err);
    free(number);
    const char *how = to->name ? stm_pack_for(to->name) : NULL;
    if (rc == STM_OK && j->archive)
        return stm_archive__write(j, how, to->kept, err);
    if (rc == STM_OK && to->kept)
        rc = how ? write_packed(j, how, to->kept, err)
                 : stm_copy__kept(j, to->kept, err);
    return rc;
}
