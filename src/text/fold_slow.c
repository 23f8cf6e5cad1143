/* Folding by its definition: NFKC_Casefold of the Unicode standard by utf8proc,
 * with a few characters of our own mapped before and the points of acronyms
 * dropped after. */
#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "text/alike.h"
#include "text/utf8.h"

/* Spellings of one character that NFKC keeps apart. */
static uint32_t map_before(uint32_t cp)
{
    switch (cp) {
    case '`':
    case 0x00b4:
    case 0x02bc:
    case 0x05f3:
    case 0x2018:
    case 0x2019:
    case 0x201b:
    case 0xff07:
        return '\'';
    case 0x05f4:
        return '"';
    case 0x0130: /* its full folding would be i and a combining dot */
        return 'i';
    default:
        return cp;
    }
}

size_t stm_text__cut(stm_str word)
{
    size_t n = word.len;
    if (n <= STM_TEXT_WORD_MAX)
        return n;
    n = STM_TEXT_WORD_MAX;
    while (n && (word.ptr[n] & 0xc0) == 0x80)
        n--;
    return n;
}

static bool is_digit(utf8proc_int32_t cp)
{
    return utf8proc_category(cp) == UTF8PROC_CATEGORY_ND;
}

/* Drops points that are not inside a number. */
static utf8proc_ssize_t drop_points(utf8proc_int32_t *cp, utf8proc_ssize_t n)
{
    utf8proc_ssize_t kept = 0;
    utf8proc_int32_t before = 0;
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        bool number =
            before && is_digit(before) && i + 1 < n && is_digit(cp[i + 1]);
        before = cp[i];
        if (cp[i] != '.' || number)
            cp[kept++] = cp[i];
    }
    return kept;
}

/* The characters of a word, spelt one way; at most STM_TEXT_WORD_MAX. */
static size_t spell(stm_str word, uint32_t *letters)
{
    size_t count = 0;
    for (const char *p = word.ptr, *end = p + stm_text__cut(word); p < end;) {
        uint32_t cp;
        unsigned step = stm_text__decode(p, end, &cp);
        if (!step)
            break;
        p += step;
        letters[count++] = map_before(cp);
    }
    stm_text__unmask(letters, count);
    return count;
}

size_t stm_text__fold_slow(stm_str word, char *out)
{
    uint32_t letters[STM_TEXT_WORD_MAX];
    char mapped[STM_TEXT_WORD_MAX * 2]; /* a look-alike may be longer */
    utf8proc_int32_t points[STM_TEXT_WORD_MAX / 3 * 18 + 8];
    const utf8proc_ssize_t room = sizeof points / sizeof *points - 1;
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                  UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                  UTF8PROC_IGNORE;
    size_t len = 0, n = spell(word, letters);
    for (size_t i = 0; i < n; i++)
        len += stm_utf8_encode(letters[i], mapped + len);
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)mapped,
                           (utf8proc_ssize_t)len, points, room, how);
    if (count < 0 || count > room)
        count = 0;
    count = drop_points(points, count);
    count = utf8proc_reencode(points, count, how);
    if (count < 0)
        count = 0;
    memcpy(out, points, (size_t)count);
    out[count] = '\0';
    return (size_t)count;
}
