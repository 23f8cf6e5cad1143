#include "report/collation.h"

stm_status stm_collation__check(const stm_result *r, stm_error *err)
{
    if (!r->edition)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "the result was made without its edition");
    if (!r->edition->collation_count && r->witness_count == 1)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "one text alone has no variants: give two captures or "
                        "more");
    if (!r->edition->collation_count)
        return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                        "no two of the %zu captures come from one text: there "
                        "is nothing to collate",
                        r->witness_count);
    return STM_OK;
}

const stm_reading *stm_collation__find(const stm_unit *u, uint32_t node)
{
    for (size_t k = 0; k < u->reading_count; k++) {
        const stm_reading *r = &u->readings[k];
        size_t from = 0, to = r->by_count; /* nodes are in order */
        while (from < to) {
            size_t mid = from + (to - from) / 2;
            if (r->by[mid].node < node)
                from = mid + 1;
            else
                to = mid;
        }
        if (from < r->by_count && r->by[from].node == node)
            return r;
    }
    return NULL;
}

const char *stm_collation__certainty(double sure)
{
    return sure >= .9 ? "high" : sure >= .6 ? "medium" : "low";
}
