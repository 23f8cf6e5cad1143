/* JSON lines handed on as they stand, many at a time, to a job that reads them
 * itself. */
#include "base/str.h"
#include "capture/input.h"

typedef struct lines {
    stm_capture__input *in;
    bool inside; /* a line that is over the limit */
    size_t used; /* bytes at hand that have been handed over */
} lines;

/* The lines at hand into `out`: up to the last end, or to the first one of a
 * line that is under way. 0: there is no end among them. */
static size_t whole_lines(const lines *l, stm_str have)
{
    const char *end = l->inside ? memchr(have.ptr, '\n', have.len)
                                : memrchr(have.ptr, '\n', have.len);
    return end ? (size_t)(end - have.ptr) + 1 : 0;
}

/* Gets at least one whole line to hand, or all that one may be. */
static stm_status gather(lines *l, size_t *len, stm_error *err)
{
    stm_window *w = l->in->bytes;
    size_t want = l->in->job->lines_bytes;
    for (;;) {
        stm_status rc = stm_window_want(w, want, err);
        stm_str have = stm_window_bytes(w);
        if (rc != STM_OK)
            return rc;
        if (have.len > want)
            have.len = want;
        *len = have.len ? whole_lines(l, have) : 0;
        if (*len || have.len < want || l->inside)
            break;
        if (want > l->in->job->limit) {
            l->inside = true;
            break;
        }
        want *= 2;
    }
    stm_str have = stm_window_bytes(w);
    if (!*len)
        *len = have.len < want ? have.len : want;
    return STM_OK;
}

static void read_on(void *user)
{
    const lines *l = user;
    stm_window_ahead(l->in->bytes, l->used, l->in->job->lines_bytes);
}

static stm_status hand_over(lines *l, size_t len, stm_error *err)
{
    const stm_capture__job *job = l->in->job;
    stm_str have = stm_window_bytes(l->in->bytes);
    stm_capture_lines block = {l->in->source,
                               {have.ptr, len},
                               l->in->bytes->at,
                               l->in->packed || l->in->archives,
                               l->inside,
                               l->inside ? NULL : read_on,
                               l};
    l->used = len;
    if (l->inside && have.ptr[len - 1] == '\n')
        l->inside = false;
    return job->lines(job->lines_user, &block, err);
}

/* Damage takes the line that it is in. */
static void pass_break(lines *l)
{
    stm_capture__name_break(l->in, STM_NONE);
    stm_window_mend(l->in->bytes);
}

stm_status stm_capture__read_lines(stm_capture__input *in, stm_error *err)
{
    lines l = {.in = in};
    stm_window *w = in->bytes;
    stm_status rc = stm_window_want(w, 3, err);
    if (rc == STM_OK &&
        stm_str_starts(stm_window_bytes(w), STM_LIT("\xef\xbb\xbf")))
        stm_window_drop(w, 3);
    while (rc == STM_OK) {
        size_t len;
        rc = gather(&l, &len, err);
        if (rc != STM_OK || (!len && !w->broken))
            break;
        bool cut = w->broken && len == w->end - w->start &&
                   (!len || stm_window_bytes(w).ptr[len - 1] != '\n');
        if (cut) {
            pass_break(&l);
            continue;
        }
        rc = hand_over(&l, len, err);
        if (rc == STM_OK)
            stm_window_drop(w, len);
    }
    return rc;
}
