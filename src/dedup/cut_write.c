/* The last pass: documents go out in order, those with passages that occurred
 * before without these, and each passage is told. */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/pack.h"
#include "dedup/cut.h"
#include "dedup/cut_line.h"

/* A document without some of its text. */
typedef struct shortened {
    uint32_t doc;
    uint64_t gone; /* bytes of its line */
    bool bare;     /* no word is left of it */
} shortened;

/* What comes of a chunk. */
typedef struct portion {
    size_t from, to; /* places of its documents */
    stm_json_out lines, report;
    STM_VEC(shortened) cut;
    uint64_t passages;
} portion;

typedef struct writing {
    stm_cutting *cutting;
    const stm_dedup_out *to;
    const stm_sink *kept;          /* packing, or not; or NULL */
    STM_VEC(stm_cut_place) places; /* of the batch */
    STM_VEC(portion) portions;     /* [chunks of the batch] */
    bool open;                     /* what was written ends inside a line */
} writing;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static bool put_id(stm_json_out *o, const stm_corpus *c, uint32_t doc,
                   stm_status *rc, stm_error *err)
{
    char room[STM_DOC_LONGEST_ID];
    const void *id;
    stm_doc d;
    *rc = stm_corpus__doc(&d, c, doc, err);
    if (*rc == STM_OK)
        *rc = stm_store__get(&id, &c->store[STM_IDS], d.id_at, d.id_len, room,
                             err);
    return *rc == STM_OK && stm_json_out__put(o, id, d.id_len);
}

static bool put_number(stm_json_out *o, const char *name, uint32_t n)
{
    char room[64];
    snprintf(room, sizeof room, ",\"%s\":%u", name, n);
    return stm_json_out__text(o, room);
}

static stm_status report(const writing *w, portion *p, uint32_t doc,
                         const stm_cut_passage *x, stm_error *err)
{
    const stm_corpus *c = &w->cutting->job->corpus;
    stm_json_out *o = &p->report;
    stm_status rc = STM_OK;
    p->passages++;
    if (!w->to->report)
        return STM_OK;
    bool put =
        stm_json_out__text(o, "{\"id\":") && put_id(o, c, doc, &rc, err) &&
        put_number(o, "offset", x->at.start) &&
        put_number(o, "length", x->at.end - x->at.start) &&
        stm_json_out__text(o, ",\"kept\":") &&
        put_id(o, c, x->first_doc, &rc, err) &&
        put_number(o, "kept_offset", x->first) && stm_json_out__text(o, "}\n");
    return put ? STM_OK : rc != STM_OK ? rc : no_memory(err);
}

/* Whether a word is left between the cuts. */
static bool has_words(const stm_hashes *w, const stm_range *cut, size_t count)
{
    size_t k = 0;
    for (size_t i = 0; i < w->count; i++) {
        while (k < count && cut[k].end <= w->at[i].start)
            k++;
        if (k == count || w->at[i].start < cut[k].start)
            return true;
    }
    return false;
}

/* A line ends before the next one begins. */
static bool end_line(stm_json_out *o)
{
    return !o->count || o->items[o->count - 1] == '\n' ||
           stm_json_out__put(o, "\n", 1);
}

/* The document's line without the passages that were found. */
static stm_status put_shortened(portion *p, const stm_cut_text *t,
                                const stm_cut_passages *found, uint32_t doc,
                                stm_error *err)
{
    size_t head = (size_t)(t->value.ptr - t->line.ptr);
    const char *tail = t->value.ptr + t->value.len;
    bool put = end_line(&p->lines);
    size_t before = p->lines.count;
    put = put && stm_json_out__put(&p->lines, t->line.ptr, head) &&
          stm_cut__value(&p->lines, t->value, found->cuts.items,
                         found->cuts.count) &&
          stm_json_out__put(&p->lines, tail, t->line.len - head - t->value.len);
    shortened s = {doc, t->line.len - (p->lines.count - before),
                   !has_words(&t->words, found->cuts.items, found->cuts.count)};
    return put && stm_vec_push(&p->cut, s) ? STM_OK : no_memory(err);
}

static stm_status put_whole(const writing *w, portion *p, uint32_t doc,
                            stm_error *err)
{
    const stm_corpus *c = &w->cutting->job->corpus;
    stm_doc d;
    stm_status rc = stm_corpus__doc(&d, c, doc, err);
    if (rc != STM_OK || d.unread)
        return rc; /* too long for memory: copied when it is its turn */
    size_t len = (size_t)d.raw_len;
    if (!end_line(&p->lines) || !stm_vec_reserve(&p->lines, len + 1))
        return no_memory(err);
    rc = stm_corpus__raw(c, d.input, d.raw_at, p->lines.items + p->lines.count,
                         len, err);
    p->lines.count += len;
    return rc;
}

static stm_status cut_doc(const writing *w, portion *p, stm_cut_worker *worker,
                          uint32_t doc, const stm_cut_place *places,
                          size_t count, stm_error *err)
{
    const stm_dedup_job *j = w->cutting->job;
    stm_cut_passages *found = &worker->passages;
    stm_cut_text *t = &worker->text;
    const stm_cut_finding in = {&j->corpus, j->reading.text_field,
                                w->cutting->least};
    stm_status rc =
        stm_cut_text__read(t, &j->corpus, j->reading.text_field, doc, err);
    if (rc == STM_OK)
        rc = stm_cut_text__scan(t, err);
    if (rc == STM_OK)
        rc = stm_cut_passages__find(found, &worker->windows, t, doc, &in,
                                    places, count, err);
    for (size_t i = 0; rc == STM_OK && i < found->found.count; i++)
        rc = report(w, p, doc, &found->found.items[i], err);
    if (rc != STM_OK)
        return rc;
    return found->cuts.count ? put_shortened(p, t, found, doc, err)
                             : put_whole(w, p, doc, err);
}

static stm_status write_chunk(void *user, size_t i, unsigned worker,
                              stm_error *err)
{
    writing *w = user;
    portion *p = &w->portions.items[i];
    const stm_cut_chunk *k = &w->cutting->batch.items[i];
    const stm_cut_place *all = w->places.items;
    stm_status rc = STM_OK;
    size_t at = p->from;
    for (uint32_t doc = k->from; doc < k->to && rc == STM_OK; doc++) {
        size_t from = at;
        while (at < p->to && stm_cut__doc(all[at].at) == doc)
            at++;
        rc = from == at ? put_whole(w, p, doc, err)
                        : cut_doc(w, p, &w->cutting->workers[worker], doc,
                                  all + from, at - from, err);
    }
    return rc;
}

/* The places of the batch, and which of them are whose. */
static stm_status start_batch(void *user, stm_error *err)
{
    static const portion none;
    writing *w = user;
    stm_cutting *c = w->cutting;
    stm_status rc = STM_OK;
    w->places.count = 0;
    for (size_t i = 0; i < c->batch.count && rc == STM_OK; i++) {
        uint64_t end = stm_cut__at(c->batch.items[i].to, 0);
        stm_cut_place place;
        bool found = true;
        if (i == w->portions.count && !stm_vec_push(&w->portions, none))
            return no_memory(err);
        portion *p = &w->portions.items[i];
        p->lines.count = p->report.count = p->cut.count = 0;
        p->passages = 0;
        p->from = w->places.count;
        while (rc == STM_OK && found) {
            rc = stm_cut_places__next(&c->places, end, &place, &found, err);
            if (rc == STM_OK && found && !stm_vec_push(&w->places, place))
                rc = no_memory(err);
        }
        p->to = w->places.count;
    }
    return rc;
}

static stm_status put(writing *w, const char *bytes, size_t len, stm_error *err)
{
    stm_status rc = STM_OK;
    if (!w->kept || !len)
        return STM_OK;
    if (w->open)
        rc = w->kept->write(w->kept->user, "\n", 1);
    if (rc == STM_OK)
        rc = w->kept->write(w->kept->user, bytes, len);
    w->open = bytes[len - 1] != '\n';
    return rc == STM_OK ? rc
                        : stm_fail(err, rc, STM_NO_OFFSET,
                                   "cannot write the documents kept");
}

/* A line too long for memory, which is a chunk of its own. */
static stm_status copy_unread(writing *w, const stm_doc *d, stm_error *err)
{
    enum { COPY = 1 << 20 };
    char *room = malloc(COPY);
    stm_status rc = room ? STM_OK : no_memory(err);
    for (uint64_t at = 0; at < d->raw_len && rc == STM_OK;) {
        size_t n = d->raw_len - at < COPY ? (size_t)(d->raw_len - at) : COPY;
        rc = stm_corpus__raw(&w->cutting->job->corpus, d->input, d->raw_at + at,
                             room, n, err);
        if (rc == STM_OK)
            rc = put(w, room, n, err);
        w->open &= at + n == d->raw_len;
        at += n;
    }
    free(room);
    return rc;
}

/* What the sources and the whole have kept. */
static stm_status count_chunk(writing *w, const portion *p,
                              const stm_cut_chunk *k, stm_error *err)
{
    stm_dedup_job *j = w->cutting->job;
    size_t cut = 0;
    stm_doc d;
    for (uint32_t doc = k->from; doc < k->to; doc++) {
        stm_status rc = stm_corpus__doc(&d, &j->corpus, doc, err);
        if (rc != STM_OK)
            return rc;
        bool is_cut = cut < p->cut.count && p->cut.items[cut].doc == doc;
        uint64_t gone = is_cut ? p->cut.items[cut].gone : 0;
        j->sum->bare += is_cut && p->cut.items[cut].bare;
        cut += is_cut;
        stm_dedup_source *s = &j->corpus.sources.items[d.source];
        s->kept++;
        s->kept_bytes += d.raw_len - gone;
        j->sum->bytes += d.raw_len;
        j->sum->kept_bytes += d.raw_len - gone;
        if (d.unread && (rc = copy_unread(w, &d, err)) != STM_OK)
            return rc;
    }
    j->sum->kept += k->to - k->from;
    j->sum->shortened += p->cut.count;
    j->sum->passages += p->passages;
    return STM_OK;
}

static stm_status write_batch(void *user, stm_error *err)
{
    writing *w = user;
    stm_status rc = STM_OK;
    for (size_t i = 0; i < w->cutting->batch.count && rc == STM_OK; i++) {
        const portion *p = &w->portions.items[i];
        rc = put(w, p->lines.items, p->lines.count, err);
        if (rc == STM_OK)
            rc = count_chunk(w, p, &w->cutting->batch.items[i], err);
        if (rc == STM_OK && p->report.count &&
            w->to->report->write(w->to->report->user, p->report.items,
                                 p->report.count) != STM_OK)
            rc = stm_fail(err, STM_EIO, STM_NO_OFFSET,
                          "cannot write the report");
    }
    return rc;
}

static stm_status write_all(writing *w, stm_error *err)
{
    const stm_cut_pass pass = {"writing", write_chunk, start_batch, write_batch,
                               w};
    const char *how = w->to->name ? stm_pack_for(w->to->name) : NULL;
    stm_pack *packing = NULL;
    stm_sink in;
    stm_status rc = STM_OK;
    w->kept = w->to->kept;
    if (w->kept && how) {
        rc = stm_pack_open(&packing, how, w->to->kept, err);
        in = (stm_sink){stm_pack_write, packing};
        w->kept = &in;
    }
    if (rc == STM_OK)
        rc = stm_cut__pass(w->cutting, &pass, err);
    if (rc == STM_OK && packing && (rc = stm_pack_end(packing)) != STM_OK)
        stm_fail(err, rc, STM_NO_OFFSET, "cannot write the documents kept");
    stm_pack_free(packing);
    return rc;
}

stm_status stm_cut__write(stm_cutting *c, const stm_dedup_out *to,
                          stm_error *err)
{
    writing w = {.cutting = c, .to = to};
    stm_status rc = write_all(&w, err);
    for (size_t i = 0; i < w.portions.count; i++) {
        stm_vec_free(&w.portions.items[i].lines);
        stm_vec_free(&w.portions.items[i].report);
        stm_vec_free(&w.portions.items[i].cut);
    }
    stm_vec_free(&w.portions);
    stm_vec_free(&w.places);
    return rc;
}
