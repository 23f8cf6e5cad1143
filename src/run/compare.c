#include <stdio.h>
#include <stdlib.h>

#include "index/near.h"
#include "run/job.h"
#include "run/plan.h"

static void free_sketches(stm_sketch **sketches, size_t count)
{
    for (size_t i = 0; sketches && i < count; i++)
        stm_sketch__free(sketches[i]);
    free(sketches);
}

void stm_job__free_gists(stm_job *job)
{
    for (size_t i = 0; job->gists && i < job->captures.count; i++) {
        stm_gist_free(job->gists[i]);
        job->witnesses[i].gist = NULL;
    }
    free((void *)job->gists);
    job->gists = NULL;
}

/* Candidates and what is needed to look at them again. */
typedef struct candidates {
    const stm_job *job;
    stm_sketch **sketches;  /* [captures] */
    const stm_text **texts; /* [captures] */
    stm_near near;
    stm_pairs *pairs;
    bool *kept; /* [pairs] */
} candidates;

static stm_status make_sketch(void *user, size_t i, unsigned worker,
                              stm_error *err)
{
    candidates *c = user;
    const stm_lexicon *lex = c->job->lex;
    (void)worker;
    stm_status rc = stm_sketch__make(&c->sketches[i], c->texts[i], lex, err);
    if (rc == STM_OK)
        rc = stm_gist_new(&c->job->gists[i], c->texts[i], lex, err);
    c->job->witnesses[i].gist = c->job->gists[i];
    return rc;
}

/* Texts that cannot share a passage may still be on one topic. */
static stm_status look_again(void *user, size_t i, unsigned worker,
                             stm_error *err)
{
    candidates *c = user;
    stm_pair *p = &c->pairs->items[i];
    stm_near_side a = {c->texts[p->a], c->sketches[p->a]};
    stm_near_side b = {c->texts[p->b], c->sketches[p->b]};
    (void)worker, (void)err;
    p->apart = !stm_near__may_share(&c->near, a, b);
    c->kept[i] =
        !p->apart || stm_gist_alike(c->job->gists[p->a], c->job->gists[p->b]);
    return STM_OK;
}

/* Drops the pairs that have nothing to do with each other. */
static stm_status sift(candidates *c, stm_job *job, stm_error *err)
{
    size_t n = c->pairs->count, kept = 0;
    c->kept = calloc(n + 1, sizeof *c->kept);
    stm_status rc = c->kept ? stm_near__new(&c->near, c->texts,
                                            job->captures.count, job->lex, err)
                            : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                                       "out of memory for %zu candidates", n);
    if (rc == STM_OK)
        rc = stm_pool_run(job->pool, n, look_again, c, stm_job__tick, job, err);
    for (size_t i = 0; rc == STM_OK && i < n; i++)
        if (c->kept[i])
            c->pairs->items[kept++] = c->pairs->items[i];
    if (rc == STM_OK)
        c->pairs->count = kept;
    stm_near__free(&c->near);
    free(c->kept);
    return rc;
}

static stm_status find_pairs(candidates *c, stm_job *job, stm_error *err)
{
    size_t n = job->captures.count;
    for (size_t i = 0; i < n; i++)
        c->texts[i] = job->witnesses[i].text;
    stm_status rc = stm_job__tell(job, "looking for pairs", 0, n, err);
    if (rc == STM_OK)
        rc =
            stm_pool_run(job->pool, n, make_sketch, c, stm_job__tick, job, err);
    if (rc == STM_OK)
        rc = stm_pairs__find(c->pairs, (const stm_sketch *const *)c->sketches,
                             n, stm_plan__most_each(n), err);
    if (rc != STM_OK)
        return rc;
    job->pairs_cut = c->pairs->cut;
    return sift(c, job, err);
}

stm_status stm_job__pairs(stm_pairs *out, stm_job *job, stm_error *err)
{
    size_t n = job->captures.count;
    if (n <= STM_PLAN_ALL_PAIRS)
        return stm_pairs__all(out, n, err);
    *out = (stm_pairs){0};
    candidates c = {.job = job, .pairs = out};
    c.sketches = (stm_sketch **)calloc(n, sizeof *c.sketches);
    job->gists = (stm_gist **)calloc(n, sizeof *job->gists);
    c.texts = (const stm_text **)calloc(n, sizeof *c.texts);
    stm_status rc = c.sketches && job->gists && c.texts
                        ? find_pairs(&c, job, err)
                        : stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                                   "out of memory for %zu sketches", n);
    free_sketches(c.sketches, n);
    free((void *)c.texts);
    return rc;
}

/* The alignment lives only as long as its pair is judged. */
stm_status stm_job__relate(stm_relation **out, const stm_job *job,
                           unsigned worker, const stm_witness *a,
                           const stm_witness *b, const stm_lexicon *lex,
                           stm_error *err)
{
    stm_align_opts opts = STM_ALIGN_OPTS_INIT;
    stm_aligner **aligner = &job->aligners[worker];
    stm_judge **judge = &job->judges[worker];
    stm_alignment *x = NULL;
    opts.thesaurus = job->thesaurus;
    *out = NULL;
    stm_status rc = *aligner ? STM_OK : stm_aligner_new(aligner, err);
    if (rc == STM_OK && !*judge)
        rc = stm_judge_new(judge, err);
    if (rc == STM_OK)
        rc = stm_aligner_run(&x, *aligner, a->text, b->text, lex, &opts, err);
    if (rc == STM_OK)
        rc = stm_judge_run(out, *judge, a, b, x, lex, err);
    stm_alignment_free(x);
    return rc;
}

/* Of two texts that share nothing. */
static stm_status relate_apart(stm_relation **out, const stm_job *job,
                               unsigned worker, const stm_witness *a,
                               const stm_witness *b, stm_error *err)
{
    static const stm_alignment nothing = {0};
    stm_judge **judge = &job->judges[worker];
    stm_status rc = *judge ? STM_OK : stm_judge_new(judge, err);
    *out = NULL;
    return rc == STM_OK
               ? stm_judge_run(out, *judge, a, b, &nothing, job->lex, err)
               : rc;
}

typedef struct comparison {
    const stm_job *job;
    const stm_pair *pairs;
    stm_relation **found; /* [pairs] NULL where unrelated */
} comparison;

static stm_status compare_pair(void *user, size_t item, unsigned worker,
                               stm_error *err)
{
    comparison *c = user;
    stm_pair p = c->pairs[item];
    const stm_witness *a = &c->job->witnesses[p.a];
    const stm_witness *b = &c->job->witnesses[p.b];
    stm_relation *r = NULL;
    stm_status rc =
        p.apart ? relate_apart(&r, c->job, worker, a, b, err)
                : stm_job__relate(&r, c->job, worker, a, b, c->job->lex, err);
    if (rc == STM_OK && r->kind == STM_UNRELATED) {
        stm_relation_free(r);
        r = NULL;
    }
    c->found[item] = r;
    return rc;
}

/* Pairs come sorted by (a, b), and so the relations stay. */
static size_t close_gaps(stm_relation **found, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (found[i])
            found[kept++] = found[i];
    return kept;
}

stm_status stm_job__compare(stm_job *job, const stm_pairs *pairs,
                            stm_error *err)
{
    size_t n = pairs->count;
    char what[48];
    int len = snprintf(what, sizeof what, "%zu pairs", n);
    stm_status rc = stm_job__plan(job, stm_plan__pairs(n),
                                  (stm_str){what, (size_t)len}, err);
    if (rc != STM_OK)
        return rc;
    job->relations = calloc(n + 1, sizeof(stm_relation *));
    if (!job->relations)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu pairs", n);
    comparison c = {job, pairs->items, job->relations};
    rc = stm_job__tell(job, "comparing", 0, n, err);
    if (rc == STM_OK)
        rc = stm_pool_run(job->pool, n, compare_pair, &c, stm_job__tick, job,
                          err);
    job->relation_count = close_gaps(job->relations, n);
    stm_job__free_gists(job);
    return rc;
}
