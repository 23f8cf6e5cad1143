#include <stdlib.h>

#include "run/accord.h"
#include "run/job.h"
#include "run/offers.h"
#include "run/plan.h"

typedef struct reading {
    stm_job *job;
    stm_lines *lines; /* [captures], or NULL where all are as they are */
} reading;

/* Page and text of one capture, on any thread. */
static stm_status read_capture(void *user, size_t item, unsigned worker,
                               stm_error *err)
{
    const reading *r = user;
    stm_job *job = r->job;
    stm_witness *w = &job->witnesses[item];
    stm_opened o;
    stm_text *text = NULL;
    stm_status rc =
        stm_document__open(&o, &job->readers[worker], job->captures.items[item],
                           job->opts.as_is, err);
    w->html = o.html;
    w->page = o.page;
    if (rc == STM_OK)
        rc = stm_document__text(&text, &job->makers[worker], &o, err);
    w->text = text;
    if (rc == STM_OK && r->lines &&
        !stm_lines__list(&r->lines[item], o.page, o.words))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the lines of a capture");
    stm_words_free(o.words);
    return rc;
}

static void name_cut_pages(stm_job *job)
{
    for (size_t i = 0; i < job->captures.count; i++) {
        const stm_witness *w = &job->witnesses[i];
        if (w->html && w->html->limit)
            stm_job__cut(job, w->capture, w->html->limit);
    }
}

/* Of a page nothing has been planned for its text yet. */
static stm_status plan_words(stm_job *job, stm_error *err)
{
    stm_status rc = STM_OK;
    for (size_t i = 0; rc == STM_OK && i < job->captures.count; i++) {
        const stm_witness *w = &job->witnesses[i];
        uint64_t planned = w->html ? 0 : w->capture->text.len;
        rc = stm_job__plan(job, stm_plan__words(w->text->count, planned),
                           w->capture->source, err);
    }
    return rc;
}

/* On one thread and in order of the ids, on which the lexicon's ids depend. */
static stm_status fill_lexicon(stm_job *job, stm_error *err)
{
    size_t n = job->captures.count;
    stm_status rc = stm_lexicon_new(&job->lex, err);
    for (size_t i = 0; rc == STM_OK && i < n; i++)
        rc = stm_lexicon_add(job->lex, (stm_text *)job->witnesses[i].text, err);
    for (size_t i = 0; rc == STM_OK && n >= STM_PLAN_PHRASES && i < n; i++)
        rc = stm_lexicon_count_runs(job->lex, job->witnesses[i].text, err);
    return rc;
}

/* Where content is looked for captures are asked what others make of theirs. */
static stm_status read_all(stm_job *job, size_t n, stm_error *err)
{
    reading r = {job, NULL};
    if (!job->opts.as_is && !(r.lines = calloc(n + 1, sizeof *r.lines)))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu captures", n);
    stm_status rc = stm_job__tell(job, "finding the text", 0, n, err);
    if (rc == STM_OK)
        rc = stm_pool_run(job->pool, n, read_capture, &r, stm_job__tick, job,
                          err);
    if (rc == STM_OK && r.lines)
        rc = stm_offers__doubt(job, r.lines, err);
    if (rc == STM_OK && r.lines)
        rc = stm_accord__reach(job, r.lines, err);
    stm_lines__free(r.lines, n);
    return rc;
}

stm_status stm_job__witnesses(stm_job *job, stm_error *err)
{
    size_t n = job->captures.count;
    job->witnesses = calloc(n + 1, sizeof *job->witnesses);
    if (!job->witnesses)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu captures", n);
    for (size_t i = 0; i < n; i++)
        job->witnesses[i] =
            (stm_witness){.id = (uint32_t)i, .capture = job->captures.items[i]};
    stm_status rc = read_all(job, n, err);
    if (rc != STM_OK)
        return rc;
    name_cut_pages(job);
    rc = plan_words(job, err);
    return rc == STM_OK ? fill_lexicon(job, err) : rc;
}
