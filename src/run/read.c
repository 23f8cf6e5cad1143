#include <stdlib.h>

#include "base/str.h"
#include "run/job.h"
#include "run/plan.h"

/* A walk under way. */
typedef struct reading {
    stm_job *job;
    bool only_first;
    bool have_first;
} reading;

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    reading *r = user;
    stm_job *job = r->job;
    uint64_t planned = c->markup.ptr ? stm_plan__page(c->markup.len)
                                     : stm_plan__capture(c->text.len);
    stm_status rc = stm_job__plan(job, planned, c->source, err);
    if (rc == STM_OK && !stm_vec_push(&job->captures, c))
        rc = stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                      "out of memory for the captures");
    if (rc != STM_OK) {
        stm_capture_free(c);
        return rc;
    }
    if (r->only_first) {
        r->have_first = true;
        return STM_ECANCEL;
    }
    return stm_job__tell(job, "reading", job->captures.count, 0, err);
}

static int by_str(stm_str a, stm_str b)
{
    if (!a.ptr || !b.ptr)
        return (a.ptr != NULL) - (b.ptr != NULL);
    return stm_str_cmp(a, b);
}

/* Source, then record; what is the same in both goes by its text, so that the
 * order in which the paths were given shows nowhere. */
static int by_source(const void *a, const void *b)
{
    const stm_capture *x = *(stm_capture *const *)a;
    const stm_capture *y = *(stm_capture *const *)b;
    int order = by_str(x->source, y->source);
    if (!order)
        order = by_str(x->record, y->record);
    if (!order)
        order = by_str(stm_document__bytes(x), stm_document__bytes(y));
    if (!order)
        order = by_str(x->uri, y->uri);
    return order ? order : by_str(x->captured, y->captured);
}

stm_status stm_job__read(stm_job *job, const char *const *paths, size_t count,
                         stm_error *err)
{
    reading r = {.job = job};
    stm_status rc = stm_job__walk(job, paths, count, take, &r, err);
    if (rc != STM_OK)
        return rc;
    size_t n = job->captures.count;
    if (!n)
        return stm_job__nothing(job, "compare", err);
    qsort(job->captures.items, n, sizeof *job->captures.items, by_source);
    return STM_OK;
}

stm_status stm_job__read_one(stm_job *job, const char *path, stm_error *err)
{
    reading r = {.job = job, .only_first = true};
    stm_status rc = stm_job__walk(job, &path, 1, take, &r, err);
    if (r.have_first)
        return STM_OK;
    return rc == STM_OK ? stm_job__nothing(job, "compare", err) : rc;
}
