/* A short name for each capture, unique within the result and safe to show. */
#ifndef STM_REPORT_NAMES_H
#define STM_REPORT_NAMES_H

#include <stemma/run.h>

#include "base/arena.h"

/* An array with a name for every witness, in `mem`; NULL when out of memory. */
const stm_str *stm_names__make(stm_arena *mem, const stm_result *r);

/* A note of the tree stage with the captures it calls c0, c1, ... named; in
 * `mem`; `ptr` is NULL when out of memory. */
stm_str stm_names__note(stm_arena *mem, const stm_str *names, size_t count,
                        stm_str note);

#endif
