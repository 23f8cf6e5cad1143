#include <stdlib.h>

#include "run/job.h"
#include "run/plan.h"

static stm_status make_text(stm_witness *w, const stm_words *words,
                            stm_error *err)
{
    stm_text *text = NULL;
    const stm_page *page = w->page;
    stm_status rc = stm_text_new(&text, words, page->content,
                                 page->content_count, page->language, err);
    w->text = text;
    return rc;
}

/* Words -> page -> text of one capture, on any thread. */
static stm_status read_capture(void *user, size_t item, unsigned worker,
                               stm_error *err)
{
    stm_job *job = user;
    stm_witness *w = &job->witnesses[item];
    stm_page_opts opts = STM_PAGE_OPTS_INIT;
    stm_words *words = NULL;
    stm_page *page = NULL;
    (void)worker;
    opts.as_is = job->opts.as_is;
    stm_status rc = stm_words_scan(&words, w->capture->text, err);
    if (rc == STM_OK)
        rc = stm_page_read(&page, w->capture, words, &opts, err);
    w->page = page;
    if (rc == STM_OK)
        rc = make_text(w, words, err);
    stm_words_free(words);
    return rc;
}

static stm_status plan_words(stm_job *job, stm_error *err)
{
    stm_status rc = STM_OK;
    for (size_t i = 0; rc == STM_OK && i < job->captures.count; i++) {
        const stm_witness *w = &job->witnesses[i];
        rc = stm_job__plan(
            job, stm_plan__words(w->text->count, w->capture->text.len),
            w->capture->source, err);
    }
    return rc;
}

/* On one thread and in order of the ids, on which the lexicon's ids depend. */
static stm_status fill_lexicon(stm_job *job, stm_error *err)
{
    stm_status rc = stm_lexicon_new(&job->lex, err);
    for (size_t i = 0; rc == STM_OK && i < job->captures.count; i++)
        rc = stm_lexicon_add(job->lex, (stm_text *)job->witnesses[i].text, err);
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
    stm_status rc = stm_job__tell(job, "finding the text", 0, n, err);
    if (rc == STM_OK)
        rc = stm_pool_run(job->pool, n, read_capture, job, stm_job__tick, job,
                          err);
    if (rc == STM_OK)
        rc = plan_words(job, err);
    return rc == STM_OK ? fill_lexicon(job, err) : rc;
}
