#include "base/inflate.h"

#include <isa-l/igzip_lib.h>
#include <stdlib.h>

#include "base/checked.h"
#include "base/str.h"
#include "base/zstd.h"

enum { LARGEST_STEP = 1 << 30 };

/* Servers that say "deflate" mean zlib, but some send it bare. */
static uint32_t wrapper_of(stm_str s)
{
    if (stm_str_starts(s, STM_LIT("\x1f\x8b")))
        return ISAL_GZIP;
    unsigned method = s.len ? (unsigned char)s.ptr[0] : 0;
    unsigned flags = s.len > 1 ? (unsigned char)s.ptr[1] : 0;
    return (method & 15) == 8 && (method << 8 | flags) % 31 == 0 ? ISAL_ZLIB
                                                                 : ISAL_DEFLATE;
}

typedef struct unpacking {
    stm_bytes *out;
    size_t room, max;
    struct inflate_state *state;
    stm_error *err;
} unpacking;

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

/* Up to one byte more than the most that is wanted: to find out that it is
 * too much. */
static stm_status make_room(unpacking *u)
{
    size_t room;
    if (u->out->len > u->max)
        return stm_fail(u->err, STM_ELIMIT, STM_NO_OFFSET,
                        "larger than %zu bytes when unpacked", u->max);
    if (u->room > u->out->len)
        return STM_OK;
    if (!stm_mul_size(u->room, 2, &room))
        return no_memory(u->err);
    if (room > u->max)
        room = u->max + 1;
    char *grown = realloc(u->out->ptr, room);
    if (!grown)
        return no_memory(u->err);
    u->out->ptr = grown;
    u->room = room;
    return STM_OK;
}

/* Unpacks one member; `*used` says how long it was. */
static stm_status unpack_one(unpacking *u, stm_str packed, size_t *used)
{
    struct inflate_state *s = u->state;
    isal_inflate_init(s);
    s->crc_flag = wrapper_of(packed);
    s->next_in = (uint8_t *)packed.ptr;
    s->avail_in = (uint32_t)packed.len;
    while (s->block_state != ISAL_BLOCK_FINISH) {
        stm_status rc = make_room(u);
        if (rc != STM_OK)
            return rc;
        size_t left = u->room - u->out->len;
        uint32_t step = left < LARGEST_STEP ? (uint32_t)left : LARGEST_STEP;
        uint32_t had = s->avail_in;
        s->next_out = (uint8_t *)u->out->ptr + u->out->len;
        s->avail_out = step;
        int verdict = isal_inflate(s);
        u->out->len += step - s->avail_out;
        if (verdict < 0)
            return stm_fail(u->err, STM_EFORMAT, packed.len - s->avail_in,
                            "damaged gzip data");
        bool starved = !s->avail_in || had == s->avail_in;
        if (s->avail_out && starved && s->block_state != ISAL_BLOCK_FINISH)
            return stm_fail(u->err, STM_EIO, packed.len,
                            "the gzip data end too early");
    }
    *used = packed.len - s->avail_in;
    return STM_OK;
}

static stm_status unpack_all(unpacking *u, stm_str packed)
{
    bool first = true;
    while (first || wrapper_of(packed) == ISAL_GZIP) {
        size_t used = 0;
        stm_status rc = unpack_one(u, packed, &used);
        if (rc != STM_OK)
            return rc;
        packed = (stm_str){packed.ptr + used, packed.len - used};
        first = false;
    }
    return STM_OK;
}

/* A page is four times as long as it is packed, as a rule. */
static bool first_room(unpacking *u, stm_str packed)
{
    size_t room;
    if (!stm_mul_size(packed.len, 4, &room) || !stm_add_size(room, 512, &room))
        return false;
    if (room > u->max)
        room = u->max + 1;
    u->out->ptr = malloc(room);
    u->room = room;
    return u->out->ptr;
}

stm_status stm_inflate(stm_bytes *out, stm_str packed, size_t max,
                       stm_error *err)
{
    unpacking u = {.out = out, .max = max, .err = err};
    *out = (stm_bytes){NULL, 0};
    if (packed.len > UINT32_MAX || max == SIZE_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET, "over 4 GiB packed");
    u.state = malloc(sizeof *u.state);
    bool room = u.state && first_room(&u, packed);
    stm_status rc = room ? unpack_all(&u, packed) : no_memory(err);
    free(u.state);
    return rc;
}

stm_status stm_inflate_zstd(stm_bytes *out, stm_str packed, size_t max,
                            stm_error *err)
{
    stm_stream *from = NULL, *open = NULL;
    stm_window raw, plain;
    *out = (stm_bytes){NULL, 0};
    stm_status rc = stm_stream_memory(&from, packed, err);
    stm_window_start(&raw, from);
    if (rc == STM_OK)
        rc = stm_zstd_open(&open, &raw, err);
    stm_window_start(&plain, open);
    if (rc == STM_OK)
        rc = stm_window_take(&plain, out, max, err);
    if (rc == STM_OK && plain.broken)
        rc = stm_fail(err, plain.why.code, plain.why.offset, "%s",
                      plain.why.message);
    else if (rc == STM_OK && out->len > max)
        rc = stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                      "larger than %zu bytes when unpacked", max);
    stm_window_free(&plain);
    stm_stream_close(open);
    stm_window_free(&raw);
    stm_stream_close(from);
    return rc;
}
