#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>

void stm_buf_flush(stm_buf *b)
{
    if (b->status == STM_OK && b->used)
        b->status = b->out->write(b->out->user, b->bytes, b->used);
    b->used = 0;
}

void stm_buf__put_more(stm_buf *b, const char *bytes, size_t len)
{
    if (b->status != STM_OK)
        return;
    stm_buf_flush(b);
    if (len > sizeof b->bytes) {
        if (b->status == STM_OK)
            b->status = b->out->write(b->out->user, bytes, len);
        return;
    }
    memcpy(b->bytes, bytes, len);
    b->used = len;
}

void stm_buf_format(stm_buf *b, const char *format, ...)
{
    char line[1024];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(line, sizeof line, format, args);
    va_end(args);
    if (n > 0)
        stm_buf_put(b, line,
                    (size_t)n < sizeof line ? (size_t)n : sizeof line - 1);
}

stm_status stm_buf_end(stm_buf *b)
{
    stm_buf_flush(b);
    return b->status;
}
