/* Two captures: the same steps as the tree's, with one pair and no order. */
#include "run/job.h"

static stm_status compare_two(stm_job *job, const char *a, const char *b,
                              stm_error *err)
{
    stm_pair pair = {0, 1};
    const stm_pairs pairs = {&pair, 1, 0};
    stm_status rc = stm_job__read_one(job, a, err);
    if (rc == STM_OK)
        rc = stm_job__read_one(job, b, err);
    if (rc == STM_OK)
        rc = stm_job__witnesses(job, err);
    return rc == STM_OK ? stm_job__compare(job, &pairs, true, err) : rc;
}

stm_status stm_run_diff(stm_result **out, const char *a, const char *b,
                        const stm_run_opts *opts, stm_error *err)
{
    stm_job job;
    *out = NULL;
    stm_status rc = stm_job__start(&job, opts, err);
    if (rc == STM_OK)
        rc = compare_two(&job, a, b, err);
    if (rc == STM_OK)
        rc = stm_job__finish(out, &job, NULL, err);
    stm_job__free(&job);
    return rc;
}
