/* What was found in the lines goes into the corpus, in their order. */
#include <stdio.h>

#include "base/str.h"
#include "dedup/scan.h"

stm_status stm_scan__append(stm_scan *s, int store, const void *bytes,
                            size_t len, stm_error *err)
{
    stm_error why;
    stm_status rc =
        stm_store__append(&s->job->corpus.store[store], bytes, len, &why);
    return rc == STM_OK ? rc : stm_dedup__on_disk(s->job, rc, &why, err);
}

void stm_scan__name_line(stm_scan *s, uint64_t line, uint64_t at,
                         const char *reason)
{
    const stm_dedup_job *j = s->job;
    char number[24];
    int len = snprintf(number, sizeof number, "%llu",
                       (unsigned long long)s->place.lines + line + 1);
    stm_skip what = {stm_str_of(j->corpus.inputs.items[s->place.input].path),
                     {number, (size_t)len},
                     at,
                     reason};
    if (j->opts.skip)
        j->opts.skip(j->opts.user, &what);
}

static void name_notes(stm_scan *s, const stm_part *p, uint64_t at)
{
    for (size_t i = 0; i < p->notes.count; i++) {
        const stm_part_note *n = &p->notes.items[i];
        stm_scan__name_line(s, n->line, at + n->at, n->reason);
        s->place.skipped++;
    }
}

static stm_status add_id(stm_scan *s, stm_part_doc *d, stm_error *err)
{
    char number[24];
    if (!d->id.ptr)
        d->id = (stm_str){
            number,
            (size_t)snprintf(number, sizeof number, "%llu",
                             (unsigned long long)s->place.lines + d->line + 1)};
    d->doc.id_at = stm_store__size(&s->job->corpus.store[STM_IDS]);
    d->doc.id_len = (uint32_t)d->id.len;
    return stm_scan__append(s, STM_IDS, d->id.ptr, d->id.len, err);
}

/* The name of a source stands in the document, or is its file's. */
static stm_status add_source(stm_scan *s, stm_part_doc *d, stm_error *err)
{
    stm_dedup_job *j = s->job;
    char room[256 + STM_CAPTURE_SLACK];
    stm_str name = stm_str_of(j->corpus.inputs.items[s->place.input].path);
    if (d->source.ptr && d->source.len <= 256)
        name = stm_capture_line_value(d->source, room);
    d->doc.input = s->place.input;
    stm_status rc = stm_corpus__source(&d->doc.source, &j->corpus, name, err);
    if (rc != STM_OK)
        return rc;
    stm_dedup_source *of = &j->corpus.sources.items[d->doc.source];
    of->documents++;
    of->bytes += d->doc.raw_len;
    return STM_OK;
}

static stm_status add_doc(stm_scan *s, stm_part_doc *d, stm_error *err)
{
    stm_corpus *c = &s->job->corpus;
    d->doc.raw_at += s->base;
    stm_status rc = add_id(s, d, err);
    if (rc == STM_OK)
        rc = add_source(s, d, err);
    if (rc == STM_OK)
        rc = stm_scan__append(s, STM_DOCS, &d->doc, sizeof d->doc, err);
    if (rc == STM_OK && c->count == UINT32_MAX - 1)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "over 4 billion documents; split them with --shard");
    c->count++;
    return rc;
}

stm_status stm_scan__add_part(stm_scan *s, stm_part *p, size_t at,
                              stm_error *err)
{
    uint64_t base = s->base;
    stm_status rc = STM_OK;
    name_notes(s, p, s->at + at);
    s->base += at;
    for (size_t i = 0; i < p->docs.count && rc == STM_OK; i++)
        rc = add_doc(s, &p->docs.items[i], err);
    s->base = base;
    if (rc == STM_OK)
        rc = stm_scan__append(s, STM_SKETCHES, p->sketches.items,
                              p->sketches.count * sizeof *p->sketches.items,
                              err);
    if (rc == STM_OK)
        rc = stm_scan__append(s, STM_EDGES, p->edges.items,
                              p->edges.count * sizeof *p->edges.items, err);
    if (rc == STM_OK)
        rc = stm_scan__append(s, STM_PRINTS, p->prints.items,
                              p->prints.count * sizeof *p->prints.items, err);
    s->place.lines += p->line_count;
    return rc;
}

stm_status stm_scan__add_unread(stm_scan *s, stm_part_doc *d, stm_error *err)
{
    static const stm_minhash sketch;
    static const stm_edges edges;
    stm_status rc = add_doc(s, d, err);
    s->place.lines++;
    if (rc == STM_OK)
        rc = stm_scan__append(s, STM_SKETCHES, &sketch, sizeof sketch, err);
    return rc == STM_OK
               ? stm_scan__append(s, STM_EDGES, &edges, sizeof edges, err)
               : rc;
}
