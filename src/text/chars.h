/* What a character does in the making of words. */
#ifndef STM_TEXT_CHARS_H
#define STM_TEXT_CHARS_H

#include <stdbool.h>
#include <stdint.h>

#include "text/char_table.h"

typedef enum stm_char {
    STM_CHAR_OTHER,      /* separates */
    STM_CHAR_LETTER = 1, /* also numerals that are not decimal digits */
    STM_CHAR_DIGIT,
    STM_CHAR_IDEOGRAPH,  /* a word of its own, with its marks */
    STM_CHAR_MARK,       /* holds on to what stands before it */
    STM_CHAR_APOSTROPHE, /* the rest join only between their like */
    STM_CHAR_POINT,
    STM_CHAR_COMMA,
    STM_CHAR_MIDDOT,
    STM_CHAR_QUOTE,
    STM_CHAR_UNREAD /* of a byte, not of a character: to be decoded first */
} stm_char;

/* [256] of a byte, as stm_char; STM_CHAR_UNREAD from 128 on. */
extern const unsigned char stm_text__byte[256];

/* By the category: the definition. */
stm_char stm_text__char_slow(uint32_t cp);
static inline stm_char stm_text__char(uint32_t cp)
{
    return (stm_char)(stm_text__entry(cp) >> STM_CHAR_CLASS_SHIFT);
}

static inline bool stm_text__is_ascii_word(char byte)
{
    unsigned char c = stm_text__byte[(unsigned char)byte];
    return c == STM_CHAR_LETTER || c == STM_CHAR_DIGIT;
}

/* Upper or title case. */
bool stm_text__is_upper(uint32_t cp);
bool stm_text__is_lower(uint32_t cp);
/* Line feed and its kin. */
static inline bool stm_text__is_line_end(uint32_t cp)
{
    return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 ||
           cp == 0x2029;
}

bool stm_text__is_space_slow(uint32_t cp);
static inline bool stm_text__is_space(uint32_t cp)
{
    if (cp < 0x80)
        return cp == ' ' || (cp >= '\t' && cp <= '\r');
    return stm_text__is_space_slow(cp);
}

bool stm_text__is_hebrew(uint32_t cp);
/* Thai and its neighbours: no spaces between words, spaces between phrases. */
bool stm_text__is_phrase_script(uint32_t cp);

#endif
