#include "page/months.h"

#include <string.h>

#include <stemma/page.h>

#include "base/str.h"
#include "page/chars.h"

enum { LONGEST = 40 /* bytes */ };

/* Full names and usual abbreviations of the months (1 to 12) and weekdays of
 * some thirty languages, folded, in the order of their bytes. */
static const struct name {
    char word[24];
    uint8_t means;
} names[] = {
#include "page/months.inc"
};

/* Latin letters from U+00C0 to U+017F without their accents. */
static const char latin[] =
    "aaaaaa*ceeeeiiii*nooooo*ouuuuy**aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"
    "aaaaaaccccccccdd**eeeeeeeeeegggggggghh**iiiiiiii*i**jjkk*llllll*"
    "*llnnnnnn***oooooo**rrrrrrsssssssstttt**uuuuuuuuuuuuwwyyyzzzzzz*";

/* Greek letters with accents, and what stands in the table for them. */
static const uint16_t greek[][2] = {
    {0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9},
    {0x38c, 0x3bf}, {0x38e, 0x3c5}, {0x38f, 0x3c9}, {0x390, 0x3b9},
    {0x3aa, 0x3b9}, {0x3ac, 0x3b1}, {0x3ad, 0x3b5}, {0x3ae, 0x3b7},
    {0x3af, 0x3b9}, {0x3b0, 0x3c5}, {0x3c2, 0x3c3}, {0x3ca, 0x3b9},
    {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5}, {0x3ce, 0x3c9},
};

static uint32_t fold_greek(uint32_t c)
{
    for (size_t i = 0; i < sizeof greek / sizeof *greek; i++)
        if (greek[i][0] == c)
            return greek[i][1];
    return c >= 0x391 && c <= 0x3a9 ? c + 0x20 : c;
}

static uint32_t fold(uint32_t c)
{
    if (c < 0x80)
        return (unsigned char)stm_ascii_lower((char)c);
    if (c >= 0xc0 && c < 0x180)
        return (unsigned char)latin[c - 0xc0];
    if (c >= 0x380 && c < 0x3d0)
        return fold_greek(c);
    if (c >= 0x410 && c < 0x430)
        return c + 0x20; /* Cyrillic */
    if (c >= 0x400 && c < 0x410)
        return c + 0x50;
    if (c == 0x451)
        return 0x435;
    if (c == 0x622 || c == 0x623 || c == 0x625)
        return 0x627; /* Arabic alif */
    return c;
}

static size_t put(char *out, uint32_t c)
{
    if (c < 0x80)
        return *out = (char)c, 1;
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    out[0] = (char)(0xe0 | (c >> 12 & 0xf));
    out[1] = (char)(0x80 | (c >> 6 & 0x3f));
    out[2] = (char)(0x80 | (c & 0x3f));
    return 3;
}

/* By the first letter of the names that begin with two of ASCII, one bit for
 * each second one: most words are told by these. */
static const uint32_t second[26] = {
    0x032c042, 0x0020101, 0x21c0011, 0x0104190, 0x1002c00, 0x0020010, 0x0120110,
    0x0100011, 0x0100001, 0x0104011, 0x0604011, 0x0104111, 0x0024111, 0x0004110,
    0x2182404, 0x0024111, 0x0100010, 0x0100101, 0x33ac191, 0x0124191, 0x0082000,
    0x0020111, 0x00a4010, 0x0100001, 0x0000001, 0x0004001,
};

static bool may_be_name(stm_str word)
{
    unsigned a = (word.ptr[0] | 32u) - 'a', b = (word.ptr[1] | 32u) - 'a';
    return a >= 26 || b >= 26 || second[a] >> b & 1;
}

/* Its first eight bytes as a number that sorts as they do. */
static uint64_t head(const char *word)
{
    const unsigned char *u = (const unsigned char *)word;
    return (uint64_t)u[0] << 56 | (uint64_t)u[1] << 48 | (uint64_t)u[2] << 40 |
           (uint64_t)u[3] << 32 | (uint64_t)u[4] << 24 | (uint64_t)u[5] << 16 |
           (uint64_t)u[6] << 8 | (uint64_t)u[7];
}

/* `key` has as many bytes as a name of the table, noughts behind its end. */
static unsigned look_up(const char *key)
{
    const uint64_t wanted = head(key);
    size_t from = 0, to = sizeof names / sizeof *names;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        uint64_t h = head(names[mid].word);
        int order = h < wanted   ? -1
                    : h > wanted ? 1
                                 : memcmp(names[mid].word + 8, key + 8,
                                          sizeof names->word - 8);
        if (!order)
            return names[mid].means;
        if (order < 0)
            from = mid + 1;
        else
            to = mid;
    }
    return 0;
}

unsigned stm_page__month_or_weekday(stm_str word)
{
    char key[sizeof names->word + 4] = {0};
    size_t n = 0;
    if (word.len < 2 || word.len > LONGEST || !may_be_name(word))
        return 0;
    for (size_t i = 0; i < word.len;) {
        const char *p = word.ptr + i;
        if (n >= sizeof names->word)
            return 0;
        n += put(key + n, fold(stm_page__char(p, word.ptr + word.len)));
        i += stm_page__step(p);
    }
    return n < sizeof names->word ? look_up(key) : 0;
}

unsigned stm_page__month(stm_str word)
{
    unsigned m = word.len < 3 ? 0 : stm_page__month_or_weekday(word);
    return m < STM_WEEKDAY ? m : 0;
}

unsigned stm_month_of(stm_str word) { return stm_page__month(word); }

bool stm_page__is_weekday(stm_str word)
{
    return stm_page__month_or_weekday(word) == STM_WEEKDAY;
}
