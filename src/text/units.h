/* Characters of several bytes that the kernels know, and what they are to a
 * run. All others are read by mixed.c. */
#ifndef STM_TEXT_UNITS_H
#define STM_TEXT_UNITS_H

#include <stdbool.h>

typedef enum stm_unit {
    STM_UNIT_NONE,
    STM_UNIT_LATIN,     /* tame letters, of two bytes */
    STM_UNIT_CYRILLIC,  /* the same */
    STM_UNIT_MARK,      /* of two bytes that only separate */
    STM_UNIT_LONG_MARK, /* of three */
    STM_UNIT_COMMA,     /* of three: between digits it joins them */
    STM_UNIT_IDEOGRAPH  /* of three: a word of its own, which folds to itself */
} stm_unit;

static inline unsigned stm_unit__length(stm_unit u)
{
    return u == STM_UNIT_NONE ? 0 : u < STM_UNIT_LONG_MARK ? 2 : 3;
}

static inline bool stm_unit__within(unsigned char byte, unsigned char first,
                                    unsigned char last)
{
    return byte >= first && byte <= last;
}

/* Whether a byte behind `lead` makes a tame letter of both: the Latin ones of
 * C3, without the two signs, and the Cyrillic ones from U+0410 to
 * U+045F, which most texts in Latin and Cyrillic consist of. */
static inline bool stm_text__is_tame(unsigned char lead, unsigned char byte)
{
    switch (lead) {
    case 0xc3:
        return byte >= 0x80 && byte <= 0xbf && byte != 0x97 && byte != 0xb7;
    case 0xd0:
        return byte >= 0x90 && byte <= 0xbf;
    case 0xd1:
        return byte >= 0x80 && byte <= 0x9f;
    default:
        return false;
    }
}

/* Of C2: no-break spaces, quotes, signs; without the letters, superscripts,
 * fractions and joiners among them. */
static inline bool stm_unit__is_mark(unsigned char byte)
{
    return stm_unit__within(byte, 0x80, 0xa9) || byte == 0xab || byte == 0xbb ||
           stm_unit__within(byte, 0xae, 0xb1);
}

/* Dashes, quotes, ellipses and the like of General Punctuation (E2 80); those
 * between ideographs (E3 80, E3 83) and the wide ones (EF BC). */
static inline bool stm_unit__is_long_mark(unsigned char a, unsigned char b,
                                          unsigned char c)
{
    unsigned two = (unsigned)a << 8 | b;
    switch (two) {
    case 0xe280:
        return stm_unit__within(c, 0x90, 0xa7) && c != 0x98 && c != 0x99 &&
               c != 0x9b;
    case 0xe380:
        return stm_unit__within(c, 0x80, 0x84) ||
               stm_unit__within(c, 0x88, 0xa0);
    case 0xe383:
        return c == 0xbb;
    case 0xefbc:
        return stm_unit__within(c, 0x81, 0x86) ||
               stm_unit__within(c, 0x88, 0x8b) || c == 0x8d || c == 0x8f ||
               stm_unit__within(c, 0x9a, 0xa0);
    default:
        return false;
    }
}

/* U+4E00 to U+9FFF, nearly all of Chinese; Hiragana and Katakana but for what
 * is voiced by a sign of its own or folds to others; marks of repetition. */
static inline bool stm_unit__is_ideograph(unsigned char a, unsigned char b,
                                          unsigned char c)
{
    if (!stm_unit__within(b, 0x80, 0xbf) || !stm_unit__within(c, 0x80, 0xbf))
        return false;
    if (a != 0xe3)
        return stm_unit__within(a, 0xe5, 0xe9) || (a == 0xe4 && b >= 0xb8);
    switch (b) {
    case 0x80:
        return stm_unit__within(c, 0x85, 0x87);
    case 0x81:
        return c >= 0x81;
    case 0x82:
        return c <= 0x96 || c >= 0xa1;
    case 0x83:
        return c <= 0xba || stm_unit__within(c, 0xbc, 0xbe);
    default:
        return false;
    }
}

/* What begins with `a`. */
static inline stm_unit stm_unit__of(unsigned char a, unsigned char b,
                                    unsigned char c)
{
    if (stm_text__is_tame(a, b))
        return a == 0xc3 ? STM_UNIT_LATIN : STM_UNIT_CYRILLIC;
    if (a == 0xc2 && stm_unit__is_mark(b))
        return STM_UNIT_MARK;
    if (a == 0xef && b == 0xbc && c == 0x8c)
        return STM_UNIT_COMMA;
    if (stm_unit__is_long_mark(a, b, c))
        return STM_UNIT_LONG_MARK;
    return stm_unit__is_ideograph(a, b, c) ? STM_UNIT_IDEOGRAPH : STM_UNIT_NONE;
}

#endif
