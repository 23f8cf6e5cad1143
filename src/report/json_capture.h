/* A capture as JSON: the same members in all results. */
#ifndef STM_REPORT_JSON_CAPTURE_H
#define STM_REPORT_JSON_CAPTURE_H

#include <stemma/run.h>

#include "report/json.h"

/* The members of a capture, into an object that is open. */
void stm_json__capture(stm_json *j, const stm_document *d);

/* The member "captures" of a result, in json_result.c. */
void stm_json__captures(stm_json *j, const stm_result *r);

/* A member of an object that is open. */
static inline void stm_json__put_str(stm_json *j, const char *key, stm_str s)
{
    stm_json__key(j, key);
    stm_json__str(j, s);
}

static inline void stm_json__put_whole(stm_json *j, const char *key, uint64_t x)
{
    stm_json__key(j, key);
    stm_json__whole(j, x);
}

/* The members of a range, and a member that is a range. */
void stm_json__put_bounds(stm_json *j, stm_range at);
void stm_json__put_range(stm_json *j, const char *key, stm_range at);

/* A member that is an array, opened. */
static inline void stm_json__open_list(stm_json *j, const char *key)
{
    stm_json__key(j, key);
    stm_json__open(j, '[');
}

#endif
