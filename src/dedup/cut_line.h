/* A line of JSON without some of its text. */
#ifndef STM_DEDUP_CUT_LINE_H
#define STM_DEDUP_CUT_LINE_H

#include <stemma/base.h>

#include "dedup/json.h"

/* Puts the string `value`, as it stands between its quotes, without the parts
 * that `cuts` (sorted, disjoint, in bytes of the valid UTF-8 it stands for) are
 * of. All else stays as it is written, escapes too. False: out of memory. */
bool stm_cut__value(stm_json_out *out, stm_str value, const stm_range *cuts,
                    size_t count);

#endif
