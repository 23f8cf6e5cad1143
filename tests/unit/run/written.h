/* Takes in memory what a job writes as it goes. */
#ifndef STM_TEST_RUN_WRITTEN_H
#define STM_TEST_RUN_WRITTEN_H

#include <stdlib.h>
#include <string.h>

#include <stemma/base.h>

typedef struct written {
    char *bytes; /* NUL-terminated, or NULL */
    size_t len;
    stm_status answer; /* to every call */
} written;

static stm_status take_written(void *user, const char *bytes, size_t len)
{
    written *w = user;
    char *grown = realloc(w->bytes, w->len + len + 1);
    if (!grown)
        return STM_ENOMEM;
    memcpy(grown + w->len, bytes, len);
    w->bytes = grown;
    w->len += len;
    w->bytes[w->len] = '\0';
    return w->answer;
}

/* The line, without its end, malloc'd; NULL when there are fewer. */
static inline char *line_of(const written *w, size_t number)
{
    const char *at = w->bytes;
    for (; at && number; number--) {
        at = strchr(at, '\n');
        at = at ? at + 1 : NULL;
    }
    return at && *at ? strndup(at, strcspn(at, "\n")) : NULL;
}

#endif
