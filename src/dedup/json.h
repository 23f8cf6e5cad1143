/* The little JSON that this room writes itself: strings, into a buffer. */
#ifndef STM_DEDUP_JSON_H
#define STM_DEDUP_JSON_H

#include <stemma/base.h>
#include <string.h>

#include "base/vec.h"

/* Start with {0}; stm_vec_free ends it. False: out of memory. */
typedef STM_VEC(char) stm_json_out;

bool stm_json_out__put(stm_json_out *o, const void *bytes, size_t len);
static inline bool stm_json_out__text(stm_json_out *o, const char *s)
{
    return stm_json_out__put(o, s, strlen(s));
}
/* What stands between the quotes of a string. Bytes that are no UTF-8 become
 * U+FFFD. */
bool stm_json_out__inside(stm_json_out *o, stm_str s);

#endif
