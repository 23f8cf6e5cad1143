/* A sink with a buffer in front: what every report writes through. The first
 * failure sticks; later calls do nothing; stm_buf_end says what happened. */
#ifndef STM_BASE_BUF_H
#define STM_BASE_BUF_H

#include <stemma/base.h>
#include <string.h>

typedef struct stm_buf {
    const stm_sink *out;
    stm_status status;
    size_t used;
    char bytes[4000];
} stm_buf;

static inline void stm_buf_start(stm_buf *b, const stm_sink *out)
{
    b->out = out;
    b->status = STM_OK;
    b->used = 0;
}
void stm_buf_flush(stm_buf *b);
/* For what does not fit. */
void stm_buf__put_more(stm_buf *b, const char *bytes, size_t len);
static inline void stm_buf_put(stm_buf *b, const char *bytes, size_t len)
{
    if (!len)
        return;
    if (b->status != STM_OK || len > sizeof b->bytes - b->used) {
        stm_buf__put_more(b, bytes, len);
        return;
    }
    memcpy(b->bytes + b->used, bytes, len);
    b->used += len;
}
/* At most 1 KiB after formatting; numbers and our own words only. */
void stm_buf_format(stm_buf *b, const char *format, ...) STM_PRINTF(2, 3);
static inline void stm_buf_str(stm_buf *b, stm_str s)
{
    stm_buf_put(b, s.ptr, s.len);
}
static inline void stm_buf_text(stm_buf *b, const char *s)
{
    stm_buf_put(b, s, strlen(s));
}
/* Flushes; the status of the whole. */
stm_status stm_buf_end(stm_buf *b);

#endif
