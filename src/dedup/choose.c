/* Which document of a set is kept. */
#include "base/str.h"
#include "dedup/job.h"
#include "base/sets.h"

static size_t rank_of(const stm_dedup_job *j, uint32_t source)
{
    stm_str name = j->corpus.sources.items[source].name;
    size_t i = 0;
    while (i < j->opts.priority_count &&
           !stm_str_eq(name, stm_str_of(j->opts.priority[i])))
        i++;
    return i;
}

/* Whether `b`, which comes later, is to be kept rather than `a`. */
static bool is_better(const stm_dedup_job *j, const stm_doc *a,
                      const stm_doc *b)
{
    if (a->unread || b->unread)
        return false;
    switch (j->opts.keep) {
    case STM_DEDUP_LONGEST:
        return b->words > a->words;
    case STM_DEDUP_EARLIEST:
        return b->date < a->date;
    case STM_DEDUP_PRIORITY:
        return rank_of(j, b->source) < rank_of(j, a->source);
    case STM_DEDUP_FIRST:
        break;
    }
    return false;
}

stm_status stm_dedup__better(bool *out, const stm_dedup_job *j, uint32_t a,
                             uint32_t b, stm_error *err)
{
    stm_doc x, y;
    *out = false;
    if (j->opts.keep == STM_DEDUP_FIRST || a < j->corpus.earlier)
        return STM_OK;
    stm_status rc = stm_corpus__doc(&x, &j->corpus, a, err);
    if (rc == STM_OK)
        rc = stm_corpus__doc(&y, &j->corpus, b, err);
    if (rc == STM_OK)
        *out = is_better(j, &x, &y);
    return rc;
}

/* A set's root is its first member, so it has been seen before the others; its
 * own entry holds the best so far. */
stm_status stm_dedup__choose(stm_dedup_job *j, stm_error *err)
{
    for (uint32_t i = 0; i < j->corpus.count; i++) {
        bool better = false;
        uint32_t root = stm_sets__find(j->parent, i);
        if (root == i) {
            j->kept[i] = i;
            continue;
        }
        stm_status rc = stm_dedup__better(&better, j, j->kept[root], i, err);
        if (rc != STM_OK)
            return rc;
        if (better)
            j->kept[root] = i;
    }
    for (uint32_t i = j->corpus.count; i--;) {
        j->kept[i] = j->kept[stm_sets__find(j->parent, i)];
        j->fate[i] = j->kept[i] == i ? STM_FATE_KEPT : STM_FATE_NEAR;
    }
    return STM_OK;
}
