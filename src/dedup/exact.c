/* Documents with the same words in the same order. */
#include "dedup/job.h"
#include "dedup/passes.h"

/* Joins the later ones of equals to the first, among documents of one key. */
static stm_status join_equals(void *user, const stm_keyed *k, size_t n,
                              stm_error *err)
{
    stm_dedup_job *j = user;
    stm_doc a, b;
    for (size_t i = 1; i < n; i++) {
        stm_status rc = stm_corpus__doc(&b, &j->corpus, k[i].doc, err);
        for (size_t first = 0; first < i && rc == STM_OK; first++) {
            if (j->fate[k[first].doc] != STM_FATE_KEPT)
                continue;
            rc = stm_corpus__doc(&a, &j->corpus, k[first].doc, err);
            if (rc == STM_OK && stm_exact_eq(a.same, b.same)) {
                j->parent[k[i].doc] = k[first].doc;
                j->fate[k[i].doc] = STM_FATE_EXACT;
                break;
            }
        }
        if (rc != STM_OK)
            return rc;
    }
    return STM_OK;
}

static stm_status give_keys(void *user, stm_pass *to, stm_error *err)
{
    stm_dedup_job *j = user;
    stm_store_walk w = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++) {
        stm_doc d;
        rc = stm_corpus__next_doc(&d, &w, &j->corpus, i, err);
        if (rc != STM_OK)
            break;
        j->words[i] = d.words;
        if (!d.unread)
            stm_pass__put(to, (uint32_t)d.same.low, i);
    }
    stm_store__walk_end(&w);
    return rc;
}

stm_status stm_dedup__exact(stm_dedup_job *j, stm_error *err)
{
    return stm_passes__run(j, 2, give_keys, join_equals, j, err);
}
