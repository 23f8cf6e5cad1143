/* The main job: all captures, their pairs, their relations, their tree. */
#include "run/job.h"
#include "run/plan.h"

static stm_status find_relations(stm_job *job, const char *const *paths,
                                 size_t count, stm_error *err)
{
    stm_pairs pairs = {0};
    stm_status rc = stm_job__read(job, paths, count, err);
    if (rc == STM_OK)
        rc = stm_job__witnesses(job, err);
    if (rc == STM_OK)
        rc = stm_job__pairs(&pairs, job, err);
    if (rc == STM_OK)
        rc = stm_job__compare(job, &pairs, err);
    stm_pairs__free(&pairs);
    return rc;
}

static stm_status edit(stm_edition **out, stm_job *job, const stm_tree *tree,
                       stm_error *err)
{
    stm_status rc = stm_job__tell(job, "collating", 0, 1, err);
    if (rc == STM_OK)
        rc = stm_edition_new(out, tree, job->witnesses, job->captures.count,
                             (const stm_relation *const *)job->relations,
                             job->relation_count, job->lex, err);
    return rc;
}

/* What was asked for beyond the tree. */
typedef struct extras {
    stm_edition *edition;
    stm_alternatives *alternatives;
} extras;

static stm_status find_extras(extras *x, stm_job *job, const stm_tree *tree,
                              stm_error *err)
{
    stm_status rc = STM_OK;
    if (job->opts.edition)
        rc = edit(&x->edition, job, tree, err);
    if (rc == STM_OK && job->opts.alternatives)
        rc = stm_tree_alternatives(
            &x->alternatives, tree, job->opts.alternatives, job->witnesses,
            job->captures.count, (const stm_relation *const *)job->relations,
            job->relation_count, err);
    return rc;
}

/* The tree passes to the result, or is freed. */
static stm_status finish(stm_result **out, stm_job *job, stm_tree *tree,
                         stm_error *err)
{
    extras x = {0};
    stm_status rc = find_extras(&x, job, tree, err);
    if (rc != STM_OK)
        stm_tree_free(tree);
    else
        rc = stm_job__finish(out, job, tree, err);
    if (rc == STM_OK) {
        (*out)->edition = x.edition;
        (*out)->alternatives = x.alternatives;
    } else {
        stm_edition_free(x.edition);
        stm_alternatives_free(x.alternatives);
    }
    return rc;
}

/* Trees for the support of edges cost little of few captures. */
static unsigned samples_of(const stm_job *job)
{
    if (job->opts.samples)
        return job->opts.samples;
    return job->captures.count <= STM_PLAN_ALL_PAIRS ? STM_PLAN_SAMPLES : 0;
}

stm_status stm_run_tree(stm_result **out, const char *const *paths,
                        size_t count, const stm_run_opts *opts, stm_error *err)
{
    stm_job job;
    stm_tree *tree = NULL;
    *out = NULL;
    stm_status rc = stm_job__start(&job, opts, err);
    if (rc == STM_OK)
        rc = find_relations(&job, paths, count, err);
    if (rc == STM_OK)
        rc = stm_job__tell(&job, "drawing the tree", 0, 1, err);
    if (rc == STM_OK)
        rc = stm_tree_build(&tree, job.witnesses, job.captures.count,
                            (const stm_relation *const *)job.relations,
                            job.relation_count, job.lex, samples_of(&job), err);
    if (rc == STM_OK)
        rc = finish(out, &job, tree, err);
    stm_job__free(&job);
    return rc;
}
