/* Takes in memory what a report writes. */
#ifndef STM_TEST_REPORT_SINK_H
#define STM_TEST_REPORT_SINK_H

#include <stdlib.h>
#include <string.h>

#include <stemma/base.h>

/* What a report wrote, NUL-terminated. */
typedef struct taken_bytes {
    char *bytes;
    size_t len;
    size_t fail_after; /* bytes; 0: never */
} taken_bytes;

static stm_status take_bytes(void *user, const char *bytes, size_t len)
{
    taken_bytes *s = user;
    if (s->fail_after && s->len + len > s->fail_after)
        return STM_EIO;
    char *grown = realloc(s->bytes, s->len + len + 1);
    if (!grown)
        return STM_ENOMEM;
    memcpy(grown + s->len, bytes, len);
    s->bytes = grown;
    s->len += len;
    s->bytes[s->len] = '\0';
    return STM_OK;
}

#endif
