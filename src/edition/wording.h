/* Words as they are written, on one line, with the marks that hang on them. */
#ifndef STM_EDITION_WORDING_H
#define STM_EDITION_WORDING_H

#include "edition/bench.h"

typedef STM_VEC(char) stm_edition__chars;

bool stm_edition__put(stm_edition__chars *out, stm_str s);
/* Behind what stands there already, with a space where one belongs. */
bool stm_edition__put_space(stm_edition__chars *out);
/* What stands before token `i` without a space between; behind it the same. */
stm_str stm_edition__marks_before(const stm_text *t, uint32_t i);
stm_str stm_edition__marks_behind(const stm_text *t, uint32_t i);
/* No white space parts token `i` from the one before. */
bool stm_edition__is_joined(const stm_text *t, uint32_t i);
/* What stands between a token and the next as one reads it: marks, and one
 * space for all white space. False when out of memory. */
bool stm_edition__put_between(stm_edition__chars *out, const stm_text *t,
                              uint32_t i);
/* The words of cells [from, to) of a column. */
bool stm_edition__put_cells(stm_edition__chars *out,
                            const stm_edition__column *c, stm_span cells);
/* The same of tokens [from, to). */
bool stm_edition__put_tokens(stm_edition__chars *out, const stm_text *t,
                             uint32_t from, uint32_t to);
/* A copy in the arena; `ptr` is NULL when out of memory. */
stm_str stm_edition__keep(stm_arena *mem, const stm_edition__chars *s);

#endif
