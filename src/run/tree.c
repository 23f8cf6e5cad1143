/* The main job: all captures, their pairs, their relations, their tree. */
#include "run/job.h"

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
        rc = stm_job__compare(job, &pairs, false, err);
    stm_pairs__free(&pairs);
    return rc;
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
                            job.relation_count, job.lex, err);
    if (rc == STM_OK)
        rc = stm_job__finish(out, &job, tree, err);
    stm_job__free(&job);
    return rc;
}
