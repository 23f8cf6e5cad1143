#include "text/formula_words.h"

#include "text/word_table.h"

/* Brings `tags` and `slots`; made from formula_words.inc. */
#include "formula_table.inc"

bool stm_text__is_formula(uint64_t hash)
{
    return stm_text__look_up(tags, slots, hash) != 0;
}
