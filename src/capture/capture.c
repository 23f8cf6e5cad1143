#include <stemma/capture.h>

#include <stdlib.h>
#include <string.h>

#include "capture/input.h"

/* True when the caller's options, older than ours or not, have `member`. */
#define HAS(opts, member)                                        \
    ((opts) &&                                                   \
     (opts)->struct_size >= offsetof(stm_capture_opts, member) + \
                                sizeof(((stm_capture_opts *)0)->member))

void stm_capture__job_start(stm_capture__job *job, const stm_capture_opts *opts,
                            const stm_capture_sink *sink)
{
    stm_capture_opts standard = STM_CAPTURE_OPTS_INIT;
    uint64_t wanted =
        HAS(opts, max_bytes) ? opts->max_bytes : standard.max_bytes;
    *job = (stm_capture__job){.sink = sink};
    job->limit = wanted < UINT32_MAX ? wanted : UINT32_MAX;
    if (HAS(opts, text_field))
        job->text_field = opts->text_field;
    if (HAS(opts, lines_bytes)) {
        job->lines = opts->lines;
        job->lines_user = opts->lines_user;
        job->lines_bytes = opts->lines_bytes;
    }
    if (HAS(opts, record_user)) {
        job->record = opts->record;
        job->record_user = opts->record_user;
    }
}

stm_status stm_capture__too_large(uint64_t limit, stm_error *err)
{
    uint64_t mebi = limit >> 20;
    bool round = mebi && !(limit & ((1 << 20) - 1));
    return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                    "larger than %llu %s, the limit for one text; split it "
                    "into parts first",
                    (unsigned long long)(round ? mebi : limit),
                    round ? "MiB" : "bytes");
}

void stm_capture__skip_part(const stm_capture__input *in, stm_str record,
                            uint64_t offset, const char *reason)
{
    const stm_capture_sink *sink = in->job->sink;
    stm_skip what = {in->source, record, offset, reason};
    if (sink->skip)
        sink->skip(sink->user, &what);
}

void stm_capture__skip(const stm_capture__input *in, const char *reason)
{
    stm_capture__skip_part(in, STM_NONE, STM_NO_OFFSET, reason);
}

void stm_capture__name_break(const stm_capture__input *in, stm_str record)
{
    const stm_error *why = &in->bytes->why;
    stm_capture__skip_part(in, record, why->offset, why->message);
}

static void skip_large(const stm_capture__input *in)
{
    stm_error why;
    stm_capture__too_large(in->job->limit, &why);
    stm_capture__skip(in, why.message);
}

stm_status stm_capture__whole(stm_capture__input *in, stm_bytes *out,
                              stm_error *err)
{
    uint64_t limit = in->job->limit;
    stm_window *w = in->bytes;
    *out = (stm_bytes){NULL, 0};
    stm_status rc = STM_OK;
    if (w->from->size <= limit) /* else it need not be read to know */
        rc = stm_window_take(w, out, limit, err);
    if (rc != STM_OK)
        return rc;
    bool large = w->from->size > limit || out->len > limit;
    if (large)
        skip_large(in);
    else if (w->broken)
        stm_capture__name_break(in, STM_NONE);
    if (large || (w->broken && w->why.code != STM_EIO)) {
        free(out->ptr);
        *out = (stm_bytes){NULL, 0};
    }
    return STM_OK;
}

/* Keeps the first capture that comes, or the reason why none did. */
typedef struct single {
    stm_capture *found;
    stm_error why;
} single;

static stm_status keep_first(void *user, stm_capture *c, stm_error *err)
{
    single *s = user;
    s->found = c;
    return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "one is enough");
}

static void keep_reason(void *user, const stm_skip *what)
{
    single *s = user;
    if (s->why.code == STM_OK)
        stm_fail(&s->why, STM_EFORMAT, what->offset, "%s", what->reason);
}

stm_status stm_capture_from_bytes(stm_capture **out, stm_str source,
                                  const void *bytes, size_t len,
                                  const stm_capture_opts *opts, stm_error *err)
{
    single kept = {NULL, {STM_OK, 0, ""}};
    stm_capture_sink sink = {keep_first, keep_reason, &kept};
    stm_capture__job job;
    stm_stream *from;
    *out = NULL;
    stm_capture__job_start(&job, opts, &sink);
    if (len > job.limit)
        return stm_capture__too_large(job.limit, err);
    stm_status rc = stm_stream_memory(&from, (stm_str){bytes, len}, err);
    if (rc != STM_OK)
        return rc;
    rc = stm_capture__read_stream(&job, source, from, err);
    stm_stream_close(from);
    *out = kept.found;
    if (kept.found)
        return STM_OK;
    if (rc == STM_OK && kept.why.code == STM_OK)
        stm_fail(&kept.why, STM_EFORMAT, STM_NO_OFFSET, "holds no text");
    if (rc == STM_OK)
        rc =
            stm_fail(err, STM_EFORMAT, kept.why.offset, "%s", kept.why.message);
    return rc;
}

stm_status stm_capture__read_stream(const stm_capture__job *job, stm_str source,
                                    stm_stream *from, stm_error *err)
{
    stm_window w;
    stm_window_start(&w, from);
    stm_capture__input in = {job, source, &w, 0, 0};
    stm_status rc = stm_capture__read(&in, err);
    stm_window_free(&w);
    return rc;
}
