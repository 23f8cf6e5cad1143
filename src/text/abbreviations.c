#include "text/abbreviations.h"

#include "text/word_table.h"

/* Brings `tags` and `slots`; made from abbreviations.inc. */
#include "abbreviation_table.inc"

unsigned stm_text__abbreviation(uint64_t hash)
{
    return (unsigned)stm_text__look_up(tags, slots, hash);
}
