/* Bytes on their way: from a file or from memory, packed or not. A stream is
 * pulled by who reads it, so no more is in memory than is being looked at. */
#ifndef STM_BASE_STREAM_H
#define STM_BASE_STREAM_H

#include <stemma/base.h>

typedef struct stm_stream stm_stream;
struct stm_stream {
    /* Gives up to `room` (at least 1) bytes; 0 at the end. STM_EFORMAT: the
     * source is damaged; `err` has the reason and the place in the source, and
     * the next call goes on behind the damage, with the end if there is no
     * more. STM_EIO: the same of a source that cannot be read any further.
     * STM_ENOMEM: nothing was lost. */
    stm_status (*read)(stm_stream *s, char *to, size_t room, size_t *got,
                       stm_error *err);
    /* Goes to byte `at` of the source. NULL where that is impossible. */
    stm_status (*seek)(stm_stream *s, uint64_t at, stm_error *err);
    void (*close)(stm_stream *s);
    uint64_t size;   /* bytes it is expected to give, or 0 */
    uint64_t pieces; /* gzip members seen so far; 0 where there are none */
};

/* Frees the stream and what it holds open. NULL is fine. */
static inline void stm_stream_close(stm_stream *s)
{
    if (s)
        s->close(s);
}

/* A file; "-": standard input. STM_EIO names the cause alone. */
stm_status stm_stream_open(stm_stream **out, const char *path, stm_error *err);
/* Bytes in memory, borrowed. */
stm_status stm_stream_memory(stm_stream **out, stm_str bytes, stm_error *err);

#endif
