/* Values of facts, made plain. */
#ifndef STM_HTML_FACTS_CLEAN_H
#define STM_HTML_FACTS_CLEAN_H

#include "base/arena.h"

typedef enum stm_html__escapes {
    STM_HTML__ESCAPES_NONE,
    STM_HTML__ESCAPES_JSON /* \n, \u00e9 */
} stm_html__escapes;

/* A copy of `raw` (UTF-8) in `mem`: escapes and character references resolved
 * (pages escape twice), runs of blanks made one. Absent where nothing is left
 * or `raw` is longer than `most`. False when out of memory. */
bool stm_html__clean(stm_str *out, stm_arena *mem, stm_str raw,
                     stm_html__escapes escapes, size_t most);

#endif
