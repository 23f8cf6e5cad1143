#include <stdlib.h>

#include "run/job.h"

stm_status stm_job__finish(stm_result **out, stm_job *job, stm_tree *tree,
                           stm_error *err)
{
    stm_result *r = malloc(sizeof *r);
    *out = r;
    if (!r) {
        stm_tree_free(tree);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                        "out of memory for the result");
    }
    *r = (stm_result){
        .witnesses = job->witnesses,
        .witness_count = job->captures.count,
        .relations = (const stm_relation *const *)job->relations,
        .relation_count = job->relation_count,
        .tree = tree,
        .skipped = job->skipped,
        .cut = job->cut,
        .pairs_cut = job->pairs_cut,
    };
    /* captures stay reachable through their witnesses */
    job->captures.count = 0;
    job->witnesses = NULL;
    job->relations = NULL;
    job->relation_count = 0;
    return STM_OK;
}

void stm_result_free(stm_result *r)
{
    if (!r)
        return;
    for (size_t i = 0; i < r->relation_count; i++)
        stm_relation_free((stm_relation *)r->relations[i]);
    for (size_t i = 0; i < r->witness_count; i++) {
        const stm_witness *w = &r->witnesses[i];
        stm_text_free((stm_text *)w->text);
        stm_page_free((stm_page *)w->page);
        stm_html_free((stm_html *)w->html);
        stm_capture_free((stm_capture *)w->capture);
    }
    free((void *)r->relations);
    free((void *)r->witnesses);
    stm_tree_free((stm_tree *)r->tree);
    stm_edition_free((stm_edition *)r->edition);
    stm_alternatives_free((stm_alternatives *)r->alternatives);
    free(r);
}
