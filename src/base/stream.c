#include "base/stream.h"

#include <stdlib.h>
#include <string.h>

typedef struct memory {
    stm_stream shown;
    stm_str bytes;
    size_t at;
} memory;

static stm_status read_memory(stm_stream *s, char *to, size_t room, size_t *got,
                              stm_error *err)
{
    memory *m = (memory *)s;
    size_t left = m->bytes.len - m->at;
    (void)err;
    *got = room < left ? room : left;
    if (*got)
        memcpy(to, m->bytes.ptr + m->at, *got);
    m->at += *got;
    return STM_OK;
}

static stm_status seek_memory(stm_stream *s, uint64_t at, stm_error *err)
{
    memory *m = (memory *)s;
    if (at > m->bytes.len)
        return stm_fail(err, STM_EIO, at, "it ends before");
    m->at = (size_t)at;
    return STM_OK;
}

static void close_memory(stm_stream *s) { free(s); }

stm_status stm_stream_memory(stm_stream **out, stm_str bytes, stm_error *err)
{
    memory *m = calloc(1, sizeof *m);
    *out = NULL;
    if (!m)
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    m->shown =
        (stm_stream){read_memory, seek_memory, close_memory, bytes.len, 0};
    m->bytes = bytes;
    *out = &m->shown;
    return STM_OK;
}
