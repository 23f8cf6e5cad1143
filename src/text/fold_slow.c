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

/* The characters of a word, at most STM_TEXT_WORD_MAX, spelt one way; `*other`
 * is set where they were spelt another. */
static size_t spell(stm_str word, uint32_t *letters, bool *other)
{
    size_t count = 0;
    for (const char *p = word.ptr, *end = p + stm_text__cut(word); p < end;) {
        uint32_t cp;
        unsigned step = stm_text__decode(p, end, &cp);
        if (!step)
            break;
        p += step;
        letters[count] = map_before(cp);
        *other |= letters[count++] != cp;
    }
    *other |= stm_text__unmask(letters, count);
    return count;
}

/* `*dropped` is set where points went. */
static size_t fold_letters(const uint32_t *letters, size_t n, char *out,
                           bool *dropped)
{
    char mapped[STM_TEXT_WORD_MAX * 2]; /* a look-alike may be longer */
    utf8proc_int32_t points[STM_TEXT_WORD_MAX / 3 * 18 + 8];
    const utf8proc_ssize_t room = sizeof points / sizeof *points - 1;
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                  UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                  UTF8PROC_IGNORE;
    size_t len = 0;
    for (size_t i = 0; i < n; i++)
        len += stm_utf8_encode(letters[i], mapped + len);
    utf8proc_ssize_t count =
        utf8proc_decompose((const utf8proc_uint8_t *)mapped,
                           (utf8proc_ssize_t)len, points, room, how);
    if (count < 0 || count > room)
        count = 0;
    utf8proc_ssize_t kept = drop_points(points, count);
    *dropped |= kept < count;
    count = utf8proc_reencode(points, kept, how);
    if (count < 0)
        count = 0;
    memcpy(out, points, (size_t)count);
    out[count] = '\0';
    return (size_t)count;
}

/* Folding brings letters that have likes (a sharp s is two letters s), and
 * points that go may have stood between marks which have an order: then what is
 * folded is folded once more, so that folding it again changes nothing. What
 * has become longer than a word may be is no word again. */
size_t stm_text__fold_slow(stm_str word, char *out)
{
    uint32_t letters[STM_TEXT_WORD_MAX];
    bool again = false;
    size_t n = spell(word, letters, &again);
    again = false;
    size_t len = fold_letters(letters, n, out, &again);
    if (len > STM_TEXT_WORD_MAX)
        return len;
    n = spell((stm_str){out, len}, letters, &again);
    return again ? fold_letters(letters, n, out, &again) : len;
}
