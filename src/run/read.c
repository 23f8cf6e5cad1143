#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "run/job.h"
#include "run/plan.h"

/* A walk under way. */
typedef struct reading {
    stm_job *job;
    bool only_first;
    bool have_first;
    char reason[256]; /* why the first input left out was left out */
} reading;

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    reading *r = user;
    stm_job *job = r->job;
    stm_status rc =
        stm_job__plan(job, stm_plan__capture(c->text.len), c->source, err);
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

static void skip(void *user, const stm_skip *what)
{
    reading *r = user;
    r->job->skipped++;
    if (!*r->reason)
        snprintf(r->reason, sizeof r->reason, "%.*s: %s", (int)what->source.len,
                 what->source.ptr, what->reason);
    if (r->job->opts.skip)
        r->job->opts.skip(r->job->opts.user, what);
}

static stm_status walk(reading *r, const char *const *paths, size_t count,
                       stm_error *err)
{
    stm_capture_opts opts = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {take, skip, r};
    return stm_capture_walk(paths, count, &opts, &sink, err);
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
        order = by_str(x->text, y->text);
    if (!order)
        order = by_str(x->uri, y->uri);
    return order ? order : by_str(x->captured, y->captured);
}

static stm_status nothing_read(const reading *r, stm_error *err)
{
    return stm_fail(err, STM_EIO, STM_NO_OFFSET,
                    "nothing to compare: no text could be read%s%s",
                    *r->reason ? "; " : "", r->reason);
}

stm_status stm_job__read(stm_job *job, const char *const *paths, size_t count,
                         stm_error *err)
{
    reading r = {.job = job};
    stm_status rc = walk(&r, paths, count, err);
    if (rc != STM_OK)
        return rc;
    size_t n = job->captures.count;
    if (!n)
        return nothing_read(&r, err);
    qsort(job->captures.items, n, sizeof *job->captures.items, by_source);
    return STM_OK;
}

stm_status stm_job__read_one(stm_job *job, const char *path, stm_error *err)
{
    reading r = {.job = job, .only_first = true};
    stm_status rc = walk(&r, &path, 1, err);
    if (r.have_first)
        return STM_OK;
    return rc == STM_OK ? nothing_read(&r, err) : rc;
}
