/* What a job writes, kept in memory, for tests. */
#ifndef STM_TEST_DEDUP_KEPT_H
#define STM_TEST_DEDUP_KEPT_H

#include <stemma/dedup.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

enum { ROOM = 1 << 16 };

typedef struct out {
    char bytes[ROOM];
    size_t len;
} out;

static inline stm_status write_out(void *user, const char *bytes, size_t len)
{
    out *o = user;
    assert_true(o->len + len < ROOM);
    memcpy(o->bytes + o->len, bytes, len);
    o->len += len;
    o->bytes[o->len] = '\0';
    return STM_OK;
}

#endif
