/* How many documents have the id of an earlier one. */
#include <string.h>

#include "base/hash.h"
#include "dedup/passes.h"

typedef struct id {
    char room[STM_DOC_LONGEST_ID];
    const void *bytes;
    uint32_t len;
} id;

static stm_status read_id(id *out, const stm_dedup_job *j, uint32_t doc,
                          stm_error *err)
{
    stm_doc d;
    stm_status rc = stm_corpus__doc(&d, &j->corpus, doc, err);
    out->len = d.id_len;
    return rc == STM_OK ? stm_store__get(&out->bytes, &j->corpus.store[STM_IDS],
                                         d.id_at, d.id_len, out->room, err)
                        : rc;
}

static stm_status give_ids(void *user, stm_pass *to, stm_error *err)
{
    const stm_dedup_job *j = user;
    stm_store_walk docs = {0}, ids = {0};
    stm_status rc = STM_OK;
    for (uint32_t i = 0; i < j->corpus.count && rc == STM_OK; i++) {
        stm_doc d;
        const void *bytes;
        rc = stm_corpus__next_doc(&d, &docs, &j->corpus, i, err);
        if (rc == STM_OK)
            rc = stm_store__walk(&bytes, &ids, &j->corpus.store[STM_IDS],
                                 d.id_at, d.id_len, err);
        if (rc == STM_OK)
            stm_pass__put(to, (uint32_t)stm_hash_bytes(bytes, d.id_len), i);
    }
    stm_store__walk_end(&docs);
    stm_store__walk_end(&ids);
    return rc;
}

/* Of different ids with one key only those that are the first one's count:
 * there is one such key in a million documents. */
static stm_status count_equals(void *user, const stm_keyed *k, size_t n,
                               stm_error *err)
{
    stm_dedup_job *j = user;
    id first, other;
    stm_status rc = read_id(&first, j, k->doc, err);
    for (size_t i = 1; i < n && rc == STM_OK; i++) {
        rc = read_id(&other, j, k[i].doc, err);
        j->sum->same_ids += rc == STM_OK && k[i].doc >= j->corpus.earlier &&
                            first.len == other.len &&
                            !memcmp(first.bytes, other.bytes, first.len);
    }
    return rc;
}

stm_status stm_dedup__ids(stm_dedup_job *j, stm_error *err)
{
    return stm_passes__run(j, 2, give_ids, count_equals, j, err);
}
