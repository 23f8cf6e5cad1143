/* Words that are written with a point which ends no sentence. */
#ifndef STM_TEXT_ABBREVIATIONS_H
#define STM_TEXT_ABBREVIATIONS_H

#include <stdint.h>

enum {
    STM_ABBR_NEVER = 1,  /* stands before something: "Mr." */
    STM_ABBR_END = 2,    /* may end a sentence: "etc." */
    STM_ABBR_NUMBER = 4, /* only where a number follows: "No." */
    STM_ABBR_CAPITAL = 8 /* only when written with a capital: "Gen." */
};

/* STM_ABBR_* of the hash of a folded word; 0 for other words. */
unsigned stm_text__abbreviation(uint64_t hash);

#endif
