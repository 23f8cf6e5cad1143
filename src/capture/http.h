/* Answers of web servers, as archives keep them: as they came. */
#ifndef STM_CAPTURE_HTTP_H
#define STM_CAPTURE_HTTP_H

#include "base/file.h"

typedef struct stm_http {
    int status;   /* 0 where there is no status line */
    stm_str head; /* status line and headers */
    stm_str type; /* Content-Type, or absent */
    stm_str body; /* as it came */
} stm_http;

/* Takes an answer apart; nothing is copied. What is no answer has no head. */
stm_http stm_http__read(stm_str block);

typedef enum stm_chunks {
    STM_CHUNKS_WHOLE,
    STM_CHUNKS_CUT,  /* the last one is shorter than it says */
    STM_CHUNKS_NONE, /* the body is not in chunks at all */
    STM_CHUNKS_BAD   /* it is, but not to its end */
} stm_chunks;
/* Joins the chunks of `*len` bytes in place. */
stm_chunks stm_http__join(char *body, size_t *len);

/* The body as it was meant: its chunks joined (in place, for which `body`,
 * the bytes of `h->body`, may be written to), and unpacked, into malloc'd
 * `*unpacked`, where it was packed; else `*plain` is it. STM_EFORMAT: damaged
 * or packed in a way that cannot be read; STM_ELIMIT: over `max` bytes;
 * STM_EIO: it ends too early, and what there is of it is given. */
stm_status stm_http__body(const stm_http *h, char *body, size_t max,
                          stm_str *plain, stm_bytes *unpacked, stm_error *err);

#endif
