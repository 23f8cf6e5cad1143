#include "base/zstd.h"

#include <stdlib.h>
#include <string.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "base/str.h"

enum {
    WINDOW_LOG = 27, /* the largest that `zstd` unpacks unasked */
    HEAD = 18,       /* longest head of a frame */
    BLOCK_HEAD = 3
};

typedef struct zstd {
    stm_stream shown;
    stm_window *from;
    ZSTD_DCtx *state;
    bool inside; /* a frame */
    bool gave;   /* that gave bytes */
    bool lost;   /* no frame has been right since the last damage */
    bool full;   /* the decoder may hold more than there was room for */
    size_t next; /* packed bytes to go on with */
} zstd;

static bool is_frame(stm_str s)
{
    return stm_str_starts(s, STM_LIT("\x28\xb5\x2f\xfd")) ||
           (s.len >= 4 && (s.ptr[0] & 0xf0) == 0x50 &&
            !memcmp(s.ptr + 1, "\x2a\x4d\x18", 3)); /* skippable */
}

/* To where the next frame may begin. */
static stm_status search(zstd *z, stm_error *err)
{
    for (;;) {
        stm_status rc = stm_window_want(z->from, 4, err);
        stm_str s = stm_window_bytes(z->from);
        if (rc != STM_OK || is_frame(s))
            return rc;
        if (s.len < 4) {
            stm_window_drop(z->from, s.len);
            return STM_OK;
        }
        size_t next = stm_str_find(s, STM_LIT("\x28"), 1);
        stm_window_drop(z->from, next < s.len ? next : s.len - 3);
    }
}

static void leave_frame(zstd *z)
{
    ZSTD_DCtx_reset(z->state, ZSTD_reset_session_only);
    z->inside = z->gave = z->full = false;
    z->next = HEAD;
}

static const char *cause_of(size_t code)
{
    switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_prefix_unknown:
        return "bytes that are no zstd data";
    case ZSTD_error_frameParameter_windowTooLarge:
        return "zstd data that need more than 128 MiB to unpack (--long); "
               "unpack them first";
    case ZSTD_error_dictionary_wrong:
        return "zstd data that need a dictionary; unpack them first";
    case ZSTD_error_checksum_wrong:
        return "damaged zstd data (the checksum is wrong)";
    default:
        return "damaged zstd data";
    }
}

static stm_status give_up(zstd *z, size_t code, stm_error *err)
{
    uint64_t at = z->from->at;
    bool known = z->lost && !z->gave;
    if (ZSTD_getErrorCode(code) == ZSTD_error_memory_allocation)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    leave_frame(z);
    z->lost = true;
    stm_status rc = search(z, err);
    if (rc != STM_OK || known)
        return rc;
    return stm_fail(err, STM_EFORMAT, at, "%s", cause_of(code));
}

/* There are no more packed bytes. */
static stm_status end(zstd *z, bool *ended, stm_error *err)
{
    stm_error why = z->from->why;
    bool inside = z->inside;
    leave_frame(z);
    if (z->from->broken) {
        stm_window_mend(z->from);
        z->lost = true;
        return stm_fail(err, why.code, why.offset, "%s", why.message);
    }
    *ended = true;
    return inside ? stm_fail(err, STM_EIO, z->from->at,
                             "the zstd data end too early")
                  : STM_OK;
}

static stm_status unpack_some(zstd *z, ZSTD_outBuffer *out, bool *ended,
                              stm_error *err)
{
    stm_status rc = stm_window_want(z->from, 1, err);
    stm_str s = stm_window_bytes(z->from);
    if (rc != STM_OK)
        return rc;
    if (!s.len && !z->full)
        return end(z, ended, err);
    /* a block at a time, and none before the last one is out: of a call that
     * fails no bytes come */
    size_t take = s.len < z->next ? s.len : z->next;
    ZSTD_inBuffer in = {s.ptr, z->full ? 0 : take, 0};
    size_t left = ZSTD_decompressStream(z->state, out, &in);
    if (ZSTD_isError(left)) {
        stm_window_drop(z->from, s.len ? 1 : 0);
        return give_up(z, left, err);
    }
    stm_window_drop(z->from, in.pos);
    /* what is asked for is a block and the head of the next */
    z->next = left > BLOCK_HEAD ? left - BLOCK_HEAD : left ? left : HEAD;
    z->inside = left != 0;
    z->gave = z->inside && (z->gave || out->pos);
    z->lost &= z->inside;
    z->full = out->pos == out->size;
    return STM_OK;
}

static stm_status read_zstd(stm_stream *s, char *to, size_t room, size_t *got,
                            stm_error *err)
{
    zstd *z = (zstd *)s;
    ZSTD_outBuffer out = {to, room, 0};
    stm_status rc = STM_OK;
    bool ended = false;
    while (rc == STM_OK && !out.pos && !ended)
        rc = unpack_some(z, &out, &ended, err);
    *got = rc == STM_OK ? out.pos : 0;
    return rc;
}

static void close_zstd(stm_stream *s)
{
    ZSTD_freeDCtx(((zstd *)s)->state);
    free(s);
}

stm_status stm_zstd_open(stm_stream **out, stm_window *from, stm_error *err)
{
    zstd *z = calloc(1, sizeof *z);
    *out = NULL;
    if (z)
        z->state = ZSTD_createDCtx();
    if (!z || !z->state) {
        free(z);
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    }
    ZSTD_DCtx_setParameter(z->state, ZSTD_d_windowLogMax, WINDOW_LOG);
    z->shown = (stm_stream){read_zstd, NULL, close_zstd, 0, 0};
    z->from = from;
    z->next = HEAD;
    *out = &z->shown;
    return STM_OK;
}
