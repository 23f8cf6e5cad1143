/* One line of JSON, read where it stands. Nothing is built: the reader of a
 * line takes the strings it knows and steps over the rest. */
#ifndef STM_CAPTURE_JSON_H
#define STM_CAPTURE_JSON_H

#include <stemma/base.h>

#include "capture/json_blocks.h"

/* A place in a line. STM_JSON_SLACK bytes behind the line's end may be looked
 * at, too, whatever they are; texts need as much behind their room. */
enum { STM_JSON_SLACK = 128 };
typedef struct stm_json {
    const char *at, *end;
    const char *wrong;       /* why it is broken at `at`, or NULL. Static */
    stm_json_blocks *blocks; /* NULL: strings are copied without */
} stm_json;

/* A string being copied. */
typedef struct stm_json_text {
    char *to;          /* room for the rest of the line and the slack */
    size_t len;        /* of what was copied */
    uint64_t lone;     /* lone surrogates that became U+FFFD */
    bool maybe_high;   /* false: all ASCII */
    bool escaped_high; /* an escape stood for more than ASCII */
} stm_json_text;

/* Past white space; the byte there, or 0 at the end of the line. */
char stm_json__peek(stm_json *j);
/* Past `c`, and white space before it; false when it is not there. */
bool stm_json__pass(stm_json *j, char c);
/* The string that opens at `j->at`, its escapes resolved. */
bool stm_json__copy(stm_json *j, stm_json_text *t);
/* Past the value of any kind that begins at `j->at`; `raw` is its bytes. */
bool stm_json__step(stm_json *j, stm_str *raw);
/* The raw bytes of a value as a text: of a string what is between its quotes,
 * resolved into `to`, which has room for them and the slack. */
stm_str stm_json__plain(stm_str raw, char *to);

#endif
