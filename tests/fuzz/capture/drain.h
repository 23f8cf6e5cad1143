/* Reads all there is in bytes from outside and checks what comes out. */
#ifndef STM_FUZZ_DRAIN_H
#define STM_FUZZ_DRAIN_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/str.h"
#include "base/utf8.h"
#include "capture/input.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What came out: enough to compare two ways of reading the same. */
typedef struct drained {
    uint64_t captures, skips, hash;
} drained;

static inline void drain_str(drained *d, stm_str s)
{
    if (s.ptr && stm_utf8_valid(s) != s.len)
        abort();
    d->hash = stm_hash_pair(d->hash, s.ptr ? stm_hash_bytes(s.ptr, s.len) : 7);
}

static inline stm_status drain_take(void *user, stm_capture *c, stm_error *err)
{
    drained *d = user;
    (void)err;
    if (!c->markup.ptr == !c->text.ptr || !c->source.ptr)
        abort();
    d->captures++;
    drain_str(d, c->record);
    drain_str(d, c->uri);
    drain_str(d, c->captured);
    drain_str(d, c->dated);
    drain_str(d, c->charset);
    drain_str(d, c->markup);
    drain_str(d, c->text);
    stm_capture_free(c);
    return STM_OK;
}

static inline void drain_skip(void *user, const stm_skip *what)
{
    drained *d = user;
    if (!what->reason || !*what->reason)
        abort();
    d->skips++;
}

/* Gives a memory stream's bytes in pieces of at most `piece`. */
typedef struct drip {
    stm_stream shown;
    const uint8_t *at;
    size_t left, piece;
} drip;

static inline stm_status drip_read(stm_stream *s, char *to, size_t room,
                                   size_t *got, stm_error *err)
{
    drip *d = (drip *)s;
    size_t n = room < d->piece ? room : d->piece;
    (void)err;
    *got = n < d->left ? n : d->left;
    if (*got)
        memcpy(to, d->at, *got);
    d->at += *got;
    d->left -= *got;
    return STM_OK;
}

static inline drip drip_start(const uint8_t *data, size_t size, size_t piece)
{
    return (drip){{.read = drip_read}, data, size, piece};
}

enum { DRAIN_LIMIT = 1 << 16 };

/* By one reader, in pieces. */
static inline drained drain(stm_capture__reader *read, const uint8_t *data,
                            size_t size, size_t piece)
{
    drained d = {0, 0, 0};
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    stm_capture_sink sink = {drain_take, drain_skip, &d};
    stm_capture__job job;
    stm_window w;
    o.max_bytes = DRAIN_LIMIT;
    stm_capture__job_start(&job, &o, &sink);
    drip from = drip_start(data, size, piece);
    stm_window_start(&w, &from.shown);
    stm_capture__input in = {&job, STM_LIT("fuzz"), &w, 0, 0};
    if (read(&in, NULL) != STM_OK)
        abort();
    stm_window_free(&w);
    return d;
}

/* However the bytes come, the same comes out. */
static inline void drain_both_ways(stm_capture__reader *read,
                                   const uint8_t *data, size_t size)
{
    drained all = drain(read, data, size, SIZE_MAX);
    drained few = drain(read, data, size, 7);
    if (all.captures != few.captures || all.skips != few.skips ||
        all.hash != few.hash)
        abort();
}

/* Reads a stream to its end; damage does not end it. At most 64 MiB are
 * wanted of it. */
static inline void drain_stream(stm_stream *s)
{
    static char to[1 << 16];
    size_t all = 0, got = 1;
    for (unsigned damage = 0; got && all < (size_t)64 << 20;) {
        stm_error err = {STM_OK, 0, ""};
        stm_status rc = s->read(s, to, sizeof to, &got, &err);
        if (rc == STM_OK) {
            all += got;
            continue;
        }
        if (rc != STM_EFORMAT && rc != STM_EIO)
            abort();
        if (!err.message[0] || ++damage > 1 << 20)
            abort();
        got = 1;
    }
}

#endif
