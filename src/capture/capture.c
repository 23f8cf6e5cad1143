#include <stemma/capture.h>

#include <stdlib.h>
#include <string.h>

#include "base/checked.h"
#include "base/str.h"
#include "capture/input.h"

/* The record and its short strings in one piece; the text in another, so that
 * the bytes of a file can become a text without a copy. */
typedef struct owned {
    stm_capture shown;
    char *text;
    char strings[];
} owned;

stm_status stm_capture__new(stm_capture **out, stm_str source,
                            const char *charset, stm_bytes text, stm_error *err)
{
    stm_str set = stm_str_of(charset);
    size_t size;
    owned *o = NULL;
    *out = NULL;
    if (stm_add_size(sizeof *o, source.len, &size) &&
        stm_add_size(size, set.len, &size))
        o = calloc(1, size);
    if (!o) {
        free(text.ptr);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    if (source.len)
        memcpy(o->strings, source.ptr, source.len);
    o->shown.source = (stm_str){o->strings, source.len};
    if (set.ptr) {
        memcpy(o->strings + source.len, set.ptr, set.len);
        o->shown.charset = (stm_str){o->strings + source.len, set.len};
    }
    o->text = text.ptr;
    o->shown.text = (stm_str){text.ptr ? text.ptr : "", text.len};
    *out = &o->shown;
    return STM_OK;
}

void stm_capture_free(stm_capture *c)
{
    owned *o = (owned *)c; /* `shown` is its first member */
    if (!o)
        return;
    free(o->text);
    free(o);
}

uint64_t stm_capture__limit(const stm_capture_opts *opts)
{
    stm_capture_opts standard = STM_CAPTURE_OPTS_INIT;
    uint64_t wanted = opts ? opts->max_bytes : standard.max_bytes;
    return wanted < UINT32_MAX ? wanted : UINT32_MAX;
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

void stm_capture__skip(const stm_capture__input *in, const char *reason)
{
    stm_skip what = {in->source, STM_NONE, STM_NO_OFFSET, reason};
    if (in->sink->skip)
        in->sink->skip(in->sink->user, &what);
}

/* Keeps the first capture that comes, or the reason why none did. */
typedef struct single {
    stm_capture *found;
    stm_error *err;
    stm_status status;
} single;

static stm_status keep_first(void *user, stm_capture *c, stm_error *err)
{
    single *s = user;
    (void)err;
    if (s->found)
        stm_capture_free(c);
    else
        s->found = c;
    return STM_OK;
}

static void keep_reason(void *user, const stm_skip *what)
{
    single *s = user;
    s->status = stm_fail(s->err, STM_EFORMAT, what->offset, "%s", what->reason);
}

stm_status stm_capture_from_bytes(stm_capture **out, stm_str source,
                                  const void *bytes, size_t len,
                                  const stm_capture_opts *opts, stm_error *err)
{
    *out = NULL;
    if (len > stm_capture__limit(opts))
        return stm_capture__too_large(stm_capture__limit(opts), err);
    single kept = {NULL, err, STM_OK};
    stm_capture_sink sink = {keep_first, keep_reason, &kept};
    stm_capture__input in = {source, {malloc(len ? len : 1), len}, &sink};
    if (!in.bytes.ptr)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    if (len)
        memcpy(in.bytes.ptr, bytes, len);
    stm_status rc = stm_capture__read(&in, err);
    free(in.bytes.ptr);
    if (rc == STM_OK && !kept.found)
        rc = kept.status;
    if (rc == STM_OK) {
        *out = kept.found;
        return STM_OK;
    }
    stm_capture_free(kept.found);
    return rc;
}
