/* What a segment looks like, from its words and marks alone. */
#ifndef STM_PAGE_LOOK_H
#define STM_PAGE_LOOK_H

#include "page/segments.h"

/* Fills all of `s` but from, to, start, end, line_words, kind and score; adds
 * to its flags. */
void stm_page__look(stm_segment *s, const stm_atoms *a);

#endif
