#include <stdio.h>
#include <stdlib.h>

#include "run/job.h"
#include "run/plan.h"

static void free_sketches(stm_sketch **sketches, size_t count)
{
    for (size_t i = 0; sketches && i < count; i++)
        stm_sketch__free(sketches[i]);
    free(sketches);
}

stm_status stm_job__pairs(stm_pairs *out, stm_job *job, stm_error *err)
{
    size_t n = job->captures.count;
    if (n <= STM_PLAN_ALL_PAIRS)
        return stm_pairs__all(out, n, err);
    *out = (stm_pairs){0};
    stm_sketch **sketches = calloc(n, sizeof *sketches);
    if (!sketches)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for %zu sketches", n);
    stm_status rc = STM_OK;
    for (size_t i = 0; rc == STM_OK && i < n; i++) {
        rc = stm_sketch__make(&sketches[i], job->witnesses[i].text, job->lex,
                              err);
        if (rc == STM_OK && i % 64 == 0)
            rc = stm_job__tell(job, "looking for pairs", i, n, err);
    }
    if (rc == STM_OK)
        rc = stm_pairs__find(out, (const stm_sketch *const *)sketches, n,
                             stm_plan__most_each(n), err);
    job->pairs_cut = out->cut;
    free_sketches(sketches, n);
    return rc;
}

typedef struct comparison {
    const stm_job *job;
    const stm_pair *pairs;
    bool keep_unrelated;
    stm_relation **found; /* [pairs] NULL where unrelated */
} comparison;

/* The alignment lives only as long as its pair is judged. */
static stm_status compare_pair(void *user, size_t item, unsigned worker,
                               stm_error *err)
{
    comparison *c = user;
    const stm_witness *a = &c->job->witnesses[c->pairs[item].a];
    const stm_witness *b = &c->job->witnesses[c->pairs[item].b];
    stm_align_opts opts = STM_ALIGN_OPTS_INIT;
    stm_alignment *x = NULL;
    stm_relation *r = NULL;
    (void)worker;
    stm_status rc = stm_align(&x, a->text, b->text, c->job->lex, &opts, err);
    if (rc == STM_OK)
        rc = stm_relate(&r, a, b, x, c->job->lex, err);
    stm_alignment_free(x);
    if (rc == STM_OK && r->kind == STM_UNRELATED && !c->keep_unrelated) {
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
                            bool keep_unrelated, stm_error *err)
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
    comparison c = {job, pairs->items, keep_unrelated, job->relations};
    rc = stm_job__tell(job, "comparing", 0, n, err);
    if (rc == STM_OK)
        rc = stm_pool_run(job->pool, n, compare_pair, &c, stm_job__tick, job,
                          err);
    job->relation_count = close_gaps(job->relations, n);
    return rc;
}
