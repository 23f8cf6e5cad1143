/* Two captures: the same steps as the tree's, with one pair and no order. */
#include "run/job.h"

#include <stdlib.h>

static stm_status relate_them(stm_job *job, stm_error *err)
{
    const stm_witness *a = &job->witnesses[0], *b = &job->witnesses[1];
    stm_lexicon *lex = NULL;
    job->relations = calloc(1, sizeof(stm_relation *));
    if (!job->relations)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for a relation");
    stm_status rc = stm_lexicon_of_two(&lex, job->lex, a->text, b->text, err);
    if (rc == STM_OK)
        rc = stm_job__relate(job->relations, job, 0, a, b, lex, err);
    job->relation_count = rc == STM_OK;
    stm_lexicon_free(lex);
    return rc;
}

static stm_status compare_two(stm_job *job, const char *a, const char *b,
                              stm_error *err)
{
    stm_status rc = stm_job__read_one(job, a, err);
    if (rc == STM_OK)
        rc = stm_job__read_one(job, b, err);
    if (rc == STM_OK)
        rc = stm_job__witnesses(job, err);
    if (rc == STM_OK)
        rc = stm_job__tell(job, "comparing", 0, 1, err);
    return rc == STM_OK ? relate_them(job, err) : rc;
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
