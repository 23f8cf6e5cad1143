/* Which windows of the corpus occurred before. Anchors tell which ones may
 * have, so that few windows go to the disk. */
#include "dedup/cut.h"

/* What a chunk found. */
typedef STM_VEC(stm_cut_window) windows;

typedef struct finding {
    stm_cutting *cutting;
    STM_VEC(windows) found; /* [chunks of the batch] */
} finding;

/* A document under way. */
typedef struct reading {
    stm_cutting *cutting;
    stm_cut_windows *windows;
    const stm_hashes *words;
    uint32_t doc;
    uint32_t anchor; /* the last one, and whether it came twice */
    bool twice;
    windows *out, *ends; /* places by starts, and by ends */
} reading;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

static stm_status count_anchor(void *user, const stm_cut_span *s,
                               stm_error *err)
{
    reading *r = user;
    (void)err;
    if (r->anchor != s->anchor)
        stm_cut_filter__add(r->cutting->filter,
                            stm_cut_windows__anchor(r->windows, s));
    r->anchor = s->anchor;
    return STM_OK;
}

/* The shortest window of a word has its place at its start, the others at their
 * ends: so none have the same. */
static stm_status take_windows(void *user, const stm_cut_span *s,
                               stm_error *err)
{
    reading *r = user;
    if (r->anchor != s->anchor)
        r->twice = stm_cut_filter__is_twice(
            r->cutting->filter, stm_cut_windows__anchor(r->windows, s));
    r->anchor = s->anchor;
    if (!r->twice)
        return STM_OK;
    for (uint32_t last = s->last; last == s->last || last < s->until; last++) {
        const stm_range *at = r->words->at;
        bool shortest = last == s->last;
        stm_cut_window w = {0, shortest
                                   ? stm_cut__at(r->doc, at[s->word].start)
                                   : stm_cut__at_end(r->doc, at[last].end)};
        stm_status rc = stm_cut_windows__key(&w.key, r->windows, s, last, err);
        if (rc != STM_OK)
            return rc;
        if (!stm_vec_push(shortest ? r->out : r->ends, w))
            return no_memory(err);
    }
    return STM_OK;
}

/* Brings what a document gave since `from` into the order of places. */
static stm_status merge_ends(windows *out, size_t from, windows *ends,
                             stm_error *err)
{
    size_t starts = out->count, b = ends->count, to = starts + b;
    if (!stm_vec_reserve(out, b + 1))
        return no_memory(err);
    out->count = to;
    while (b) {
        bool start =
            starts > from && out->items[starts - 1].at > ends->items[b - 1].at;
        out->items[--to] = start ? out->items[--starts] : ends->items[--b];
    }
    ends->count = 0;
    return STM_OK;
}

static stm_status read_chunk(stm_cutting *c, size_t i, unsigned worker,
                             stm_cut_take *take, windows *out, stm_error *err)
{
    stm_cut_worker *w = &c->workers[worker];
    const stm_cut_chunk *k = &c->batch.items[i];
    windows ends = {0};
    stm_status rc = STM_OK;
    for (uint32_t doc = k->from; doc < k->to && rc == STM_OK; doc++) {
        reading r = {c,     &w->windows, &w->text.words, doc, UINT32_MAX,
                     false, out,         &ends};
        size_t before = out ? out->count : 0;
        rc = stm_cut_text__read(&w->text, &c->job->corpus,
                                c->job->reading.text_field, doc, err);
        if (rc == STM_OK)
            rc = stm_cut_text__scan(&w->text, err);
        if (rc == STM_OK)
            rc = stm_cut_windows__each(&w->windows, w->text.text,
                                       &w->text.words, c->least, take, &r, err);
        if (rc == STM_OK && ends.count)
            rc = merge_ends(out, before, &ends, err);
    }
    stm_vec_free(&ends);
    return rc;
}

static stm_status count_chunk(void *user, size_t i, unsigned worker,
                              stm_error *err)
{
    finding *f = user;
    return read_chunk(f->cutting, i, worker, count_anchor, NULL, err);
}

static stm_status find_chunk(void *user, size_t i, unsigned worker,
                             stm_error *err)
{
    finding *f = user;
    return read_chunk(f->cutting, i, worker, take_windows, &f->found.items[i],
                      err);
}

static stm_status start_batch(void *user, stm_error *err)
{
    static const windows none;
    finding *f = user;
    while (f->found.count < f->cutting->batch.count)
        if (!stm_vec_push(&f->found, none))
            return no_memory(err);
    return STM_OK;
}

static stm_status keep_batch(void *user, stm_error *err)
{
    finding *f = user;
    stm_status rc = STM_OK;
    for (size_t i = 0; i < f->cutting->batch.count && rc == STM_OK; i++) {
        windows *w = &f->found.items[i];
        rc = stm_cut_places__add(&f->cutting->places, w->items, w->count, err);
        w->count = 0;
    }
    return rc;
}

/* Sixteen cells for each anchor that texts of so many bytes have, or as many as
 * may be: where they are few, more windows go to the disk, and that is all. */
static uint64_t filter_bytes(const stm_cutting *c, uint64_t bytes)
{
    enum { CELLS_EACH = 16, CELLS_A_BYTE = 4 };
    uint64_t wanted =
        bytes * 2 / (c->least / 2 + 6) * CELLS_EACH / CELLS_A_BYTE;
    uint64_t most = stm_dedup__room(c->job) / 4;
    return wanted < most ? wanted : most;
}

static stm_status make_filter(stm_cutting *c, stm_error *err)
{
    uint64_t bytes = 0;
    for (size_t i = 0; i < c->job->corpus.sources.count; i++)
        bytes += c->job->corpus.sources.items[i].bytes;
    return stm_cut_filter__new(&c->filter, filter_bytes(c, bytes), err);
}

stm_status stm_cut__find(stm_cutting *c, stm_error *err)
{
    finding f = {.cutting = c};
    const stm_cut_pass count = {"counting", count_chunk, NULL, NULL, &f};
    const stm_cut_pass find = {"finding", find_chunk, start_batch, keep_batch,
                               &f};
    stm_status rc = make_filter(c, err);
    if (rc == STM_OK)
        rc = stm_cut__pass(c, &count, err);
    if (rc == STM_OK)
        rc = stm_cut__pass(c, &find, err);
    for (size_t i = 0; i < f.found.count; i++)
        stm_vec_free(&f.found.items[i]);
    stm_vec_free(&f.found);
    stm_cut_filter__free(c->filter);
    c->filter = NULL;
    if (rc == STM_OK)
        rc = stm_cut_places__find(&c->places, stm_dedup__room(c->job) / 2, err);
    return rc;
}
