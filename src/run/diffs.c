/* Many pairs out of one corpus. Of the corpus only those captures are kept that
 * stand in the list, and each is read once for all its pairs; a pair sees only
 * its own two texts' part of the lexicon, as with stm_run_diff, so that a
 * result does not depend on what else is in the corpus. */
#include <stdlib.h>

#include "base/str.h"
#include "run/job.h"
#include "run/listing.h"
#include "run/ordered.h"
#include "run/plan.h"

enum { BATCH = 64 /* pairs for each worker */ };

typedef struct diffs {
    stm_job job;
    stm_tally *tally;
    stm_diff_fn *write;
    const stm_sink *out;
    const char *list; /* its path */
    stm_listing listing;
    stm_capture **captures; /* [ids] NULL where the corpus has none */
    stm_html **html;        /* [ids] of pages */
    stm_page **pages;       /* [ids] */
    stm_text **texts;       /* [ids] */
    const stm_listed *batch;
    stm_ordered ordered;
} diffs;

static bool has_both(const diffs *d, const stm_listed *pair)
{
    return d->captures[pair->a] && d->captures[pair->b];
}

/* The corpus's captures by id: of several with one id the first. */
static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    diffs *d = user;
    stm_str id = c->record.ptr ? c->record : c->source;
    uint32_t i = stm_listing__find(&d->listing, id);
    stm_status rc = STM_OK;
    if (i == STM_LISTING_NONE || d->captures[i]) {
        stm_capture_free(c);
    } else {
        uint64_t bytes = stm_document__bytes(c).len;
        d->captures[i] = c;
        rc = stm_job__plan(&d->job, bytes, c->source, err);
    }
    d->tally->done++;
    if (rc == STM_OK)
        rc = stm_job__tell(&d->job, "reading", d->tally->done, 0, err);
    return rc;
}

static stm_status read_corpus(diffs *d, const char *corpus, stm_error *err)
{
    size_t n = d->listing.ids.count;
    d->captures = (stm_capture **)calloc(n + 1, sizeof(void *));
    d->html = (stm_html **)calloc(n + 1, sizeof(void *));
    d->pages = (stm_page **)calloc(n + 1, sizeof(void *));
    d->texts = (stm_text **)calloc(n + 1, sizeof(void *));
    if (!d->captures || !d->html || !d->pages || !d->texts)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu captures", n);
    stm_status rc = stm_job__walk(&d->job, &corpus, 1, take, d, err);
    if (rc == STM_OK && !d->tally->done)
        rc = stm_job__nothing(&d->job, "compare", err);
    d->tally->done = 0;
    return rc;
}

static void name_unknown_ids(diffs *d)
{
    for (size_t i = 0; i < d->listing.ids.count; i++) {
        const stm_skip what = {stm_str_of(d->list), d->listing.ids.items[i],
                               STM_NO_OFFSET,
                               "the corpus has no capture of this id"};
        if (!d->captures[i])
            stm_job__skip(&d->job, &what);
    }
}

static stm_status read_text(diffs *d, size_t i, unsigned worker, stm_error *err)
{
    stm_opened o = {.html = d->html[i]};
    stm_status rc =
        stm_document__page(&o, d->captures[i], d->job.opts.as_is, err);
    d->pages[i] = o.page;
    if (rc == STM_OK)
        rc = stm_document__text(&d->texts[i], &d->job.makers[worker], &o, err);
    stm_words_free(o.words);
    return rc;
}

static stm_status read_page(void *user, size_t i, unsigned worker,
                            stm_error *err)
{
    diffs *d = user;
    stm_html_reader **reader = &d->job.readers[worker];
    if (!d->captures[i])
        return STM_OK;
    stm_status rc =
        stm_document__read(&d->html[i], reader, d->captures[i], err);
    return rc == STM_OK ? read_text(d, i, worker, err) : rc;
}

/* A page is read once for all its pairs: its capture is given its text. */
static stm_status read_pages(diffs *d, stm_error *err)
{
    size_t n = d->listing.ids.count;
    stm_status rc = stm_job__tell(&d->job, "finding the text", 0, n, err);
    if (rc == STM_OK)
        rc = stm_pool_run(d->job.pool, n, read_page, d, stm_job__tick, &d->job,
                          err);
    for (size_t i = 0; rc == STM_OK && i < n; i++)
        if (d->html[i] && d->html[i]->limit)
            stm_job__cut(&d->job, d->captures[i], d->html[i]->limit);
    return rc;
}

/* On one thread, in order of the list. */
static stm_status fill_lexicon(diffs *d, stm_error *err)
{
    stm_status rc = stm_lexicon_new(&d->job.lex, err);
    for (size_t i = 0; rc == STM_OK && i < d->listing.ids.count; i++)
        if (d->texts[i])
            rc = stm_lexicon_add(d->job.lex, d->texts[i], err);
    return rc;
}

static stm_witness witness_of(const diffs *d, uint32_t id, uint32_t text)
{
    return (stm_witness){.id = id,
                         .capture = d->captures[text],
                         .html = d->html[text],
                         .page = d->pages[text],
                         .text = d->texts[text]};
}

static stm_status write_pair(diffs *d, size_t i, unsigned worker,
                             const stm_witness *w, const stm_relation *r,
                             stm_error *err)
{
    const stm_result result = {.witnesses = w,
                               .witness_count = 2,
                               .relations = &r,
                               .relation_count = 1};
    const stm_sink out = stm_ordered__open(&d->ordered, i, worker);
    stm_status rc = d->write(&result, &out, err);
    stm_ordered__close(&d->ordered, i);
    return rc;
}

/* One pair, on any thread. */
static stm_status compare_item(void *user, size_t i, unsigned worker,
                               stm_error *err)
{
    diffs *d = user;
    const stm_listed *pair = &d->batch[i];
    stm_relation *r = NULL;
    stm_lexicon *lex = NULL;
    if (!has_both(d, pair))
        return STM_OK;
    stm_witness w[2] = {witness_of(d, 0, pair->a), witness_of(d, 1, pair->b)};
    stm_status rc =
        stm_lexicon_of_two(&lex, d->job.lex, w[0].text, w[1].text, err);
    if (rc == STM_OK)
        rc = stm_job__relate(&r, &d->job, worker, &w[0], &w[1], lex, err);
    if (rc == STM_OK)
        rc = write_pair(d, i, worker, w, r, err);
    stm_relation_free(r);
    stm_lexicon_free(lex);
    return rc;
}

static bool tick(void *user, size_t done, size_t all)
{
    diffs *d = user;
    (void)all;
    return stm_job__tell(&d->job, "comparing", d->tally->done + done,
                         d->listing.pairs.count, NULL) == STM_OK;
}

static stm_status compare_batch(diffs *d, size_t count, stm_error *err)
{
    stm_status rc = stm_ordered__expect(&d->ordered, count, err);
    if (rc == STM_OK)
        rc = stm_pool_run(d->job.pool, count, compare_item, d, tick, d, err);
    if (rc != STM_OK)
        return rc;
    rc = stm_ordered__write(&d->ordered, d->out);
    if (rc != STM_OK)
        return stm_fail(err, rc, STM_NO_OFFSET, "cannot write the results");
    d->tally->done += count;
    return STM_OK;
}

static stm_status compare_all(diffs *d, stm_error *err)
{
    unsigned workers = stm_pool_size(d->job.pool);
    size_t all = d->listing.pairs.count, most = (size_t)workers * BATCH;
    stm_status rc = stm_ordered__start(&d->ordered, workers, err);
    for (size_t at = 0; rc == STM_OK && at < all; at += most) {
        d->batch = d->listing.pairs.items + at;
        rc = compare_batch(d, all - at < most ? all - at : most, err);
    }
    return rc;
}

static void free_all(diffs *d)
{
    for (size_t i = 0; i < d->listing.ids.count; i++) {
        if (d->texts)
            stm_text_free(d->texts[i]);
        if (d->pages)
            stm_page_free(d->pages[i]);
        if (d->html)
            stm_html_free(d->html[i]);
        if (d->captures)
            stm_capture_free(d->captures[i]);
    }
    free((void *)d->texts);
    free((void *)d->pages);
    free((void *)d->html);
    free((void *)d->captures);
    stm_listing__free(&d->listing);
    stm_ordered__free(&d->ordered);
    stm_job__free(&d->job);
}

stm_status stm_run_diffs(stm_tally *tally, const char *corpus, const char *list,
                         const stm_run_opts *opts, stm_diff_fn *write,
                         const stm_sink *out, stm_error *err)
{
    diffs d = {.tally = tally, .write = write, .out = out, .list = list};
    *tally = (stm_tally){0};
    stm_status rc = stm_job__start(&d.job, opts, err);
    if (rc == STM_OK)
        rc = stm_listing__read(&d.listing, list, err);
    if (rc == STM_OK)
        rc = read_corpus(&d, corpus, err);
    if (rc == STM_OK) {
        name_unknown_ids(&d);
        rc = read_pages(&d, err);
    }
    if (rc == STM_OK)
        rc = fill_lexicon(&d, err);
    if (rc == STM_OK)
        rc = compare_all(&d, err);
    tally->skipped = d.job.skipped;
    tally->cut = d.job.cut;
    free_all(&d);
    return rc;
}
