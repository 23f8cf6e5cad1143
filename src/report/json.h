/* The JSON writer of the house: compact, commas by itself, no locale.
 *
 * Strings come out as valid UTF-8 whatever goes in: a byte that is no part of a
 * UTF-8 sequence (a file name can hold such) is written as the four characters
 * \xNN. Members that must survive such a change also come out in hexadecimal,
 * see stm_json__hex. */
#ifndef STM_REPORT_JSON_H
#define STM_REPORT_JSON_H

#include "base/buf.h"

typedef struct stm_json {
    stm_buf buf;
    bool comma; /* something stands before the next value */
} stm_json;

void stm_json__start(stm_json *j, const stm_sink *out);
/* Ends the line and flushes. */
stm_status stm_json__end(stm_json *j);

/* '{' and '}', '[' and ']' */
void stm_json__open(stm_json *j, char bracket);
void stm_json__close(stm_json *j, char bracket);
/* `key` is one of our own words: not escaped. */
void stm_json__key(stm_json *j, const char *key);

/* An absent string is null. */
void stm_json__str(stm_json *j, stm_str s);
void stm_json__hex(stm_json *j, stm_str bytes);
void stm_json__whole(stm_json *j, uint64_t x);
/* Rounded to four digits after the point; what is no number is 0.0. */
void stm_json__real(stm_json *j, double x);
void stm_json__bool(stm_json *j, bool x);
void stm_json__null(stm_json *j);

/* json_string.c: a string with its quotes and escapes. */
void stm_json__put_string(stm_buf *b, stm_str s);

#endif
