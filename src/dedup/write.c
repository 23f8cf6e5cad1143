/* The second pass: what is kept goes out as it came in, in stretches; and what
 * went is told. */
#include <stdlib.h>

#include "base/buf.h"
#include "base/pack.h"
#include "dedup/archive.h"
#include "dedup/job.h"
#include "dedup/sets.h"

enum { COPY = 1 << 20 };

static stm_status sink_failed(stm_status rc, const char *what, stm_error *err)
{
    return stm_fail(err, rc, STM_NO_OFFSET, "cannot write %s", what);
}

/* Stretches of inputs on their way out. What is written at a time is much, and
 * of one size: systems are slow where a page of a file is begun twice. */
typedef struct copying {
    const stm_corpus *corpus;
    const stm_sink *to;
    char *room; /* [COPY + 1]: the end of a line may come to it */
    size_t used;
    uint32_t input;
    uint64_t from, len;
} copying;

static stm_status flush(copying *c, stm_error *err)
{
    stm_status rc = STM_OK;
    if (c->used)
        rc = c->to->write(c->to->user, c->room, c->used);
    c->used = 0;
    return rc == STM_OK ? rc : sink_failed(rc, "the documents kept", err);
}

/* What is at hand ends with the end of a line; an input's last may lack it. */
static void end_line(copying *c)
{
    if (c->used && c->room[c->used - 1] != '\n')
        c->room[c->used++] = '\n';
}

static stm_status copy_stretch(copying *c, stm_error *err)
{
    stm_status rc = STM_OK;
    end_line(c);
    while (c->len && rc == STM_OK) {
        if (c->used >= COPY && (rc = flush(c, err)) != STM_OK)
            break;
        size_t left = COPY - c->used;
        size_t n = c->len < left ? (size_t)c->len : left;
        rc = stm_corpus__raw(c->corpus, c->input, c->from, c->room + c->used, n,
                             err);
        c->used += n;
        c->from += n;
        c->len -= n;
    }
    return rc;
}

static stm_status copy_doc(copying *c, const stm_doc *d, stm_error *err)
{
    stm_status rc = STM_OK;
    bool behind =
        c->len && c->input == d->input && c->from + c->len == d->raw_at;
    if (!behind) {
        rc = copy_stretch(c, err);
        c->input = d->input;
        c->from = d->raw_at;
    }
    c->len += d->raw_len;
    return rc;
}

static stm_status write_kept(stm_dedup_job *j, const stm_sink *to,
                             stm_error *err)
{
    copying c = {.corpus = &j->corpus, .to = to, .room = malloc(COPY + 1)};
    stm_store_walk w = {0};
    stm_doc d;
    stm_status rc =
        c.room ? STM_OK
               : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    for (uint32_t i = j->corpus.earlier; i < j->corpus.count && rc == STM_OK;
         i++) {
        if (j->kept[i] != i)
            continue;
        rc = stm_corpus__next_doc(&d, &w, &j->corpus, i, err);
        if (rc == STM_OK)
            rc = copy_doc(&c, &d, err);
        if (rc == STM_OK && i % 4096 == 0)
            rc = stm_dedup__tell(j, "writing", i, j->corpus.count, err);
    }
    if (rc == STM_OK)
        rc = copy_stretch(&c, err);
    if (rc == STM_OK)
        rc = flush(&c, err);
    free(c.room);
    stm_store__walk_end(&w);
    return rc;
}

static stm_status write_packed(stm_dedup_job *j, const char *how,
                               const stm_sink *to, stm_error *err)
{
    stm_pack *p;
    stm_status rc = stm_pack_open(&p, how, to, err);
    if (rc != STM_OK)
        return rc;
    stm_sink in = {stm_pack_write, p};
    rc = write_kept(j, &in, err);
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

static stm_status put_id(stm_buf *b, const stm_corpus *c, const stm_doc *d,
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

static stm_status similarity(unsigned *thousandths, const stm_dedup_job *j,
                             uint32_t a, uint32_t b, stm_error *err)
{
    stm_minhash room[2];
    const stm_minhash *s, *t;
    stm_status rc = stm_corpus__sketch(&s, &j->corpus, a, &room[0], err);
    if (rc == STM_OK)
        rc = stm_corpus__sketch(&t, &j->corpus, b, &room[1], err);
    if (rc == STM_OK)
        *thousandths = (unsigned)(stm_minhash__jaccard(s, t) * 1000 + .5);
    return rc;
}

static stm_status report_one(stm_dedup_job *j, stm_buf *b, uint32_t i,
                             const uint32_t *number, stm_error *err)
{
    static const char *const names[] = {"", "exact", "near", "contained"};
    stm_doc d, kept;
    unsigned alike = 1000;
    stm_fate fate = j->fate[i];
    stm_status rc = stm_corpus__doc(&d, &j->corpus, i, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&kept, &j->corpus, j->kept[i], err);
    if (rc != STM_OK)
        return rc;
    if (stm_exact_eq(d.same, kept.same))
        fate = STM_FATE_EXACT;
    else
        rc = similarity(&alike, j, i, j->kept[i], err);
    j->sum->exact += fate == STM_FATE_EXACT;
    j->sum->near += fate == STM_FATE_NEAR;
    j->sum->contained += fate == STM_FATE_CONTAINED;
    if (rc != STM_OK || !b)
        return rc;
    stm_buf_text(b, "{\"id\":");
    rc = put_id(b, &j->corpus, &d, err);
    stm_buf_text(b, ",\"kept\":");
    if (rc == STM_OK)
        rc = put_id(b, &j->corpus, &kept, err);
    stm_buf_format(b,
                   ",\"cluster\":%u,\"similarity\":%u.%03u,\"kind\":\"%s\"}\n",
                   number[j->kept[i]], alike / 1000, alike % 1000, names[fate]);
    return rc;
}

static stm_status write_report(stm_dedup_job *j, const stm_sink *to,
                               const uint32_t *number, stm_error *err)
{
    stm_buf b;
    stm_status rc = STM_OK;
    if (to)
        stm_buf_start(&b, to);
    for (uint32_t i = j->corpus.earlier; i < j->corpus.count && rc == STM_OK;
         i++)
        if (j->kept[i] != i)
            rc = report_one(j, to ? &b : NULL, i, number, err);
    if (rc != STM_OK || !to)
        return rc;
    rc = stm_buf_end(&b);
    return rc == STM_OK ? rc : sink_failed(rc, "the report", err);
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
            rc = put_id(b, &j->corpus, &d, err);
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
        rc = write_report(j, to->report, number, err);
    if (rc == STM_OK && to->clusters)
        rc = write_clusters(j, to->clusters, number, err);
    free(number);
    const char *how = to->name ? stm_pack_for(to->name) : NULL;
    if (rc == STM_OK && j->archive)
        return stm_archive__write(j, how, to->kept, err);
    if (rc == STM_OK && to->kept)
        rc = how ? write_packed(j, how, to->kept, err)
                 : write_kept(j, to->kept, err);
    return rc;
}
