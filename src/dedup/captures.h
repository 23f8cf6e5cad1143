/* Captures that are no lines of JSON - pages, plain texts, records of web
 * archives - become such lines, and are then read like any others. */
#ifndef STM_DEDUP_CAPTURES_H
#define STM_DEDUP_CAPTURES_H

#include <stemma/capture.h>

#include "base/pool.h"
#include "dedup/json.h"

/* Takes lines; a block is borrowed for the length of the call. */
typedef stm_status stm_captures_give(void *user, const stm_capture_lines *block,
                                     stm_error *err);

typedef struct stm_captures_opts {
    stm_pool *pool; /* borrowed */
    bool as_is;     /* of a page the whole text, not only its content */
    size_t bytes;   /* of captures that may wait for each other */
    stm_captures_give *give;
    /* A page that was read only up to a limit. May be NULL */
    void (*skip)(void *user, const stm_skip *what);
    void *user;
} stm_captures_opts;

typedef struct stm_captures stm_captures;

stm_status stm_captures__new(stm_captures **out, const stm_captures_opts *o,
                             stm_error *err);
void stm_captures__free(stm_captures *c);
/* The lines that come of it belong to the input `name`. Takes the capture over,
 * whatever it returns. */
stm_status stm_captures__take(stm_captures *c, stm_capture *capture,
                              stm_str name, stm_error *err);
/* Gives what has been taken. */
stm_status stm_captures__flush(stm_captures *c, stm_error *err);

/* The id of a capture's line, as JSON has it. False: out of memory. */
bool stm_captures__id(stm_json_out *o, const stm_capture *c);
/* The input that a capture's line belongs to: its file, where that holds many,
 * else the folder that it lies in. A slice of the source. */
stm_str stm_captures__input(const stm_capture *c);

#endif
