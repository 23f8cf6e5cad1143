/* Classes of characters, after the Word_Break property of UAX #29 but derived
 * from the general category, which utf8proc knows, and from blocks.
 *
 * On purpose unlike the annex: the low line separates (it is emphasis mark-up
 * more often than part of a name), numerals such as superscripts hold on to
 * words ("m²"), katakana is one word a character like the scripts it is mixed
 * with, and the zero-width space is invisible rather than a separator. */
#include "text/chars.h"

#include <stddef.h>

#include <utf8proc.h>

enum {
    O = STM_CHAR_OTHER,
    L = STM_CHAR_LETTER,
    D = STM_CHAR_DIGIT,
    A = STM_CHAR_APOSTROPHE,
    P = STM_CHAR_POINT,
    C = STM_CHAR_COMMA,
    Q = STM_CHAR_QUOTE,
    U = STM_CHAR_UNREAD
};

const unsigned char stm_text__byte[256] = {
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
    O, O, O, O, O, O, O, O, O, O, Q, O, O, O, O, A, O, O, O, O, C, O, P, O,
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, O, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O,
    A, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, O, O, O, O, O, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
};

typedef struct block {
    uint32_t first, last;
} block;

static bool in_blocks(const block *b, size_t count, uint32_t cp)
{
    for (size_t i = 0; i < count && b[i].first <= cp; i++)
        if (cp <= b[i].last)
            return true;
    return false;
}

/* Scripts written without spaces between words whose phrases are set off by
 * spaces: Thai, Lao, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham, Tai Viet
 * and the extensions of Myanmar. */
static const block phrase_scripts[] = {
    {0x0e01, 0x0e4f}, {0x0e80, 0x0ecf}, {0x0edc, 0x0edf}, {0x1000, 0x103f},
    {0x1050, 0x108f}, {0x1780, 0x17d3}, {0x17d7, 0x17dd}, {0x1950, 0x197f},
    {0x1980, 0x19cf}, {0x1a20, 0x1a7f}, {0xa9e0, 0xa9ef}, {0xaa60, 0xaadf},
};

/* Han, kana, Yi, Tangut and Nushu. */
static const block ideographs[] = {
    {0x3005, 0x3007}, {0x3021, 0x3029}, {0x3031, 0x3035},   {0x3038, 0x303c},
    {0x3041, 0x3096}, {0x309d, 0x309f}, {0x30a1, 0x30fa},   {0x30fc, 0x30ff},
    {0x31f0, 0x31ff}, {0x3400, 0x4dbf}, {0x4e00, 0x9fff},   {0xa000, 0xa48c},
    {0xf900, 0xfaff}, {0xff66, 0xff9d}, {0x16fe0, 0x1b2ff}, {0x20000, 0x3fffd},
};

bool stm_text__is_phrase_script(uint32_t cp)
{
    return cp >= 0x0e01 && cp <= 0xaadf &&
           in_blocks(phrase_scripts,
                     sizeof phrase_scripts / sizeof *phrase_scripts, cp);
}

static bool is_ideograph(uint32_t cp)
{
    return cp >= 0x3005 &&
           in_blocks(ideographs, sizeof ideographs / sizeof *ideographs, cp);
}

static stm_char joiner(uint32_t cp)
{
    switch (cp) {
    case 0x00b4: /* acute accent, a typist's apostrophe */
    case 0x02bc:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0xff07:
        return STM_CHAR_APOSTROPHE;
    case 0xff0e:
    case 0x066b: /* Arabic decimal and thousands separators */
    case 0x066c:
    case 0xff0c:
        return cp == 0xff0e ? STM_CHAR_POINT : STM_CHAR_COMMA;
    case 0x00b7:
        return STM_CHAR_MIDDOT;
    case 0x05f3: /* geresh and gershayim */
        return STM_CHAR_APOSTROPHE;
    case 0x05f4:
        return STM_CHAR_QUOTE;
    default:
        return STM_CHAR_OTHER;
    }
}

static stm_char by_category(uint32_t cp)
{
    switch (utf8proc_category((utf8proc_int32_t)cp)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
        if (is_ideograph(cp) || stm_text__is_phrase_script(cp))
            return STM_CHAR_IDEOGRAPH;
        /* half-width voicing marks are letters by category only */
        return cp == 0xff9e || cp == 0xff9f ? STM_CHAR_MARK : STM_CHAR_LETTER;
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return is_ideograph(cp) ? STM_CHAR_IDEOGRAPH : STM_CHAR_LETTER;
    case UTF8PROC_CATEGORY_ND:
        return STM_CHAR_DIGIT;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return STM_CHAR_MARK;
    default:
        return STM_CHAR_OTHER;
    }
}

stm_char stm_text__char_slow(uint32_t cp)
{
    if (cp < 128)
        return (stm_char)stm_text__byte[cp];
    stm_char c = joiner(cp);
    return c ? c : by_category(cp);
}

bool stm_text__is_upper(uint32_t cp)
{
    if (cp < 128)
        return cp >= 'A' && cp <= 'Z';
    if (cp >= 0x0410 && cp <= 0x044f)
        return cp < 0x0430;
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool stm_text__is_lower(uint32_t cp)
{
    if (cp < 128)
        return cp >= 'a' && cp <= 'z';
    return utf8proc_category((utf8proc_int32_t)cp) == UTF8PROC_CATEGORY_LL;
}

bool stm_text__is_space_slow(uint32_t cp)
{
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)cp);
    return cp == 0x85 ||
           (c >= UTF8PROC_CATEGORY_ZS && c <= UTF8PROC_CATEGORY_ZP);
}

bool stm_text__is_hebrew(uint32_t cp)
{
    return (cp >= 0x05d0 && cp <= 0x05f2) || (cp >= 0xfb1d && cp <= 0xfb4f);
}
