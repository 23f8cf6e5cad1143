/* What comes out of bytes, as lines that a test can compare:
 *
 *     record uri captured dated charset [text]   a text
 *     record uri captured dated charset <markup> a page
 *     !record@offset reason                      what was left out
 *
 * with "-" for what is absent. */
#ifndef STM_TESTS_COLLECT_H
#define STM_TESTS_COLLECT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "capture/input.h"

typedef struct collected {
    char log[8000];
    size_t used;
    size_t captures, skips;
    size_t stop_at; /* captures after which to stop, or 0 */
} collected;

__attribute__((format(printf, 2, 3))) static void note(collected *c,
                                                       const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(c->log + c->used, sizeof c->log - c->used, format, args);
    va_end(args);
    c->used += (size_t)n;
    if (c->used >= sizeof c->log)
        c->used = sizeof c->log - 1;
}

static void note_str(collected *c, stm_str s)
{
    note(c, "%.*s ", s.ptr ? (int)s.len : 1, s.ptr ? s.ptr : "-");
}

static stm_status collect_take(void *user, stm_capture *found, stm_error *err)
{
    collected *c = user;
    stm_str s = found->markup.ptr ? found->markup : found->text;
    c->captures++;
    assert_true(!found->markup.ptr != !found->text.ptr);
    assert_int_equal(stm_utf8_valid(s), s.len);
    note_str(c, found->record);
    note_str(c, found->uri);
    note_str(c, found->captured);
    note_str(c, found->dated);
    note_str(c, found->charset);
    note(c, found->markup.ptr ? "<%.*s>\n" : "[%.*s]\n",
         s.len > 300 ? 300 : (int)s.len, s.ptr);
    stm_capture_free(found);
    if (c->captures == c->stop_at)
        return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "enough");
    return STM_OK;
}

static void collect_skip(void *user, const stm_skip *what)
{
    collected *c = user;
    c->skips++;
    note(c, "!%.*s@", what->record.ptr ? (int)what->record.len : 1,
         what->record.ptr ? what->record.ptr : "-");
    if (what->offset != STM_NO_OFFSET)
        note(c, "%llu", (unsigned long long)what->offset);
    note(c, " %s\n", what->reason);
}

static inline collected collect_with(stm_str bytes, const stm_capture_opts *o)
{
    collected c = {.used = 0};
    stm_capture_sink sink = {collect_take, collect_skip, &c};
    stm_capture__job job;
    stm_stream *from;
    stm_error err = {0};
    stm_capture__job_start(&job, o, &sink);
    assert_int_equal(stm_stream_memory(&from, bytes, NULL), STM_OK);
    if (stm_capture__read_stream(&job, STM_LIT("test"), from, &err) != STM_OK)
        fail_msg("%s", err.message);
    stm_stream_close(from);
    return c;
}

static inline collected collect(stm_str bytes)
{
    return collect_with(bytes, NULL);
}

static inline void expect_log(stm_str bytes, const char *log)
{
    collected c = collect(bytes);
    assert_string_equal(c.log, log);
}

/* The same, of bytes that it frees. */
static inline void expect_packed(stm_bytes b, const char *log)
{
    expect_log((stm_str){b.ptr, b.len}, log);
    free(b.ptr);
}

#endif
