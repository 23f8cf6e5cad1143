/* A few words of a capture for a sentence of evidence. */
#ifndef STM_RELATE_QUOTE_H
#define STM_RELATE_QUOTE_H

#include <stemma/text.h>

#include "base/arena.h"

/* The captured words of tokens `at`, at most `words` of them and about 120
 * bytes, white space as single spaces, " ..." where it was shortened. `ptr` is
 * NULL when out of memory. */
stm_str stm_relate__quote(stm_arena *m, const stm_text *t, stm_span at,
                          uint32_t words);
/* The line that `s` begins with, at most `bytes` of it, made fit likewise. */
stm_str stm_relate__quote_bytes(stm_arena *m, stm_str s, size_t bytes);

#endif
