/* Strings compared by their words. */
#ifndef STM_PAGE_FACTS_FOLD_H
#define STM_PAGE_FACTS_FOLD_H

#include <stemma/base.h>

#include "base/arena.h"

/* The words of `s` in small letters, one blank between them: everything but
 * letters, marks and digits separates, apostrophes vanish. In `mem`; absent
 * when out of memory. */
stm_str stm_page__fold_words(stm_arena *mem, stm_str s);

/* Whether the words of `part` stand in those of `s`, in a row. Both folded;
 * nothing stands nowhere. */
bool stm_page__holds_words(stm_str s, stm_str part);

/* Blanks and marks that join or separate, off both ends. */
stm_str stm_page__trim_marks(stm_str s);

#endif
