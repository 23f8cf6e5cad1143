/* What a character is and what it folds to, by one look into a table that
 * tools/make_char_table.c makes of the functions that define both. */
#ifndef STM_TEXT_CHAR_TABLE_H
#define STM_TEXT_CHAR_TABLE_H

#include <stdint.h>

enum {
    STM_CHAR_TABLE_BLOCK = 64,
    STM_CHAR_TABLE_END = 0x20000, /* the planes of nearly all text */

    /* An entry: up to three bytes it folds to, the lowest first; how many; how
     * that is known; its class, an stm_char. */
    STM_CHAR_LENGTH_SHIFT = 24,
    STM_CHAR_KNOWN_SHIFT = 26,
    STM_CHAR_CLASS_SHIFT = 28
};

/* How a character folds wherever it stands. An ordered mark folds to itself
 * where no other stands beside it. */
enum {
    STM_CHAR_UNKNOWN, /* more to it: see stm_text__fold_slow */
    STM_CHAR_FOLDED,  /* to the bytes of its entry; may be none */
    STM_CHAR_ITSELF,
    STM_CHAR_ORDERED
};

extern const uint32_t stm_text__entries[][STM_CHAR_TABLE_BLOCK];
extern const uint16_t
    stm_text__places[STM_CHAR_TABLE_END / STM_CHAR_TABLE_BLOCK];

uint32_t stm_text__entry_slow(uint32_t cp);

static inline uint32_t stm_text__entry(uint32_t cp)
{
    if (cp >= STM_CHAR_TABLE_END)
        return stm_text__entry_slow(cp);
    return stm_text__entries[stm_text__places[cp / STM_CHAR_TABLE_BLOCK]]
                            [cp % STM_CHAR_TABLE_BLOCK];
}

#endif
