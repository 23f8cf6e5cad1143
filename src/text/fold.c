/* Folding: NFKC_Casefold of the Unicode standard by utf8proc, with a few
 * characters of our own mapped before and the points of acronyms dropped
 * after. Most words of most scripts consist of characters that map one to one
 * and compose with nothing; those never see the tables. */
#include "text/fold.h"

#include <string.h>

#include <utf8proc.h>

#include "base/hash.h"
#include "base/utf8.h"
#include "text/utf8.h"

enum { UNKNOWN = 0 };

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

/* Cuts at a code point. */
static size_t cut(stm_str word)
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

size_t stm_text__fold_slow(stm_str word, char *out)
{
    char mapped[STM_TEXT_WORD_MAX];
    utf8proc_int32_t points[STM_TEXT_WORD_MAX / 3 * 18 + 8];
    const utf8proc_ssize_t room = sizeof points / sizeof *points - 1;
    const utf8proc_option_t how = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                  UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                  UTF8PROC_IGNORE;
    size_t len = 0, n = cut(word);
    for (const char *p = word.ptr, *end = p + n; p < end;) {
        uint32_t cp;
        unsigned step = stm_text__decode(p, end, &cp);
        if (!step)
            break;
        p += step;
        len += stm_utf8_encode(map_before(cp), mapped + len);
    }
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

/* The folding of characters that map to one character and neither combine nor
 * vanish; UNKNOWN for the rest. */
static uint32_t fold_simple(uint32_t cp)
{
    if (cp < 0x100) {
        if (cp >= 0xe0)
            return cp == 0xf7 ? UNKNOWN : cp;
        return cp >= 0xc0 && cp != 0xd7 && cp != 0xdf ? cp + 32 : UNKNOWN;
    }
    if (cp >= 0x0400 && cp < 0x0460)
        return cp >= 0x0430 ? cp : cp >= 0x0410 ? cp + 32 : cp + 80;
    if (stm_text__is_folded_ideograph(cp) || (cp >= 0xac00 && cp <= 0xd7a3))
        return cp;
    return cp == 0x2019 ? '\'' : UNKNOWN;
}

static bool ascii_digit(char c) { return c >= '0' && c <= '9'; }

static uint32_t fold_ascii(const char *p, const char *start, const char *end)
{
    if (*p >= 'A' && *p <= 'Z')
        return (uint32_t)*p + 32;
    if (*p == '`')
        return '\'';
    if (*p != '.')
        return (uint32_t)*p;
    bool number =
        p > start && p + 1 < end && ascii_digit(p[-1]) && ascii_digit(p[1]);
    return number ? '.' : UNKNOWN;
}

size_t stm_text__fold(stm_str word, char *out)
{
    size_t len = 0;
    const char *p = word.ptr, *end = p + cut(word);
    while (p < end) {
        uint32_t cp;
        if ((unsigned char)*p < 0x80) {
            cp = fold_ascii(p, word.ptr, end);
            p++;
            if (cp)
                out[len++] = (char)cp;
            continue;
        }
        unsigned step = stm_text__decode(p, end, &cp);
        cp = step ? fold_simple(cp) : UNKNOWN;
        if (!cp)
            return stm_text__fold_slow(word, out);
        len += stm_utf8_encode(cp, out + len);
        p += step;
    }
    out[len] = '\0';
    return len;
}

uint64_t stm_text__hash(const char *folded, size_t len)
{
    uint64_t h = stm_hash_bytes(folded, len);
    return h ? h : 1;
}
