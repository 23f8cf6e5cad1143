/* Numbers, and the few names that nearly all references have, are read here if
 * they end with a semicolon; so is an ampersand that begins none. No reference
 * is shorter than the bytes of its character. */
#include "html/quick_refs.h"

#include <string.h>

#include "base/hash.h"
#include "base/str.h"
#include "html/quick_find.h"

typedef const lxb_char_t *place;

/* Names are compared as numbers: what is behind one is zero. */
static const struct {
    char name[8], bytes[4];
} known[] = {
    {"amp", "&"},         {"nbsp", "\u00a0"},   {"quot", "\""},
    {"lt", "<"},          {"gt", ">"},          {"apos", "'"},
    {"copy", "\u00a9"},   {"reg", "\u00ae"},    {"rsquo", "\u2019"},
    {"lsquo", "\u2018"},  {"rdquo", "\u201d"},  {"ldquo", "\u201c"},
    {"ndash", "\u2013"},  {"mdash", "\u2014"},  {"hellip", "\u2026"},
    {"middot", "\u00b7"}, {"bull", "\u2022"},   {"raquo", "\u00bb"},
    {"laquo", "\u00ab"},  {"eacute", "\u00e9"}, {"uuml", "\u00fc"},
    {"auml", "\u00e4"},   {"ouml", "\u00f6"},   {"szlig", "\u00df"},
    {"times", "\u00d7"},  {"euro", "\u20ac"},
};
enum { KNOWN = sizeof known / sizeof *known };

static bool is_alphanumeric(lxb_char_t c)
{
    return stm_ascii_digit((char)c) || (lxb_char_t)((c | 0x20) - 'a') < 26;
}

static void put(lxb_html_tokenizer_t *tkz, const void *bytes, size_t n)
{
    memcpy(tkz->pos, bytes, n);
    tkz->pos += n;
}

/* Behind the name at `p`, after the ampersand. In an attribute what goes on
 * with an equals sign, as parts of addresses do, is no reference. */
static place named(lxb_html_tokenizer_t *tkz, place p, place end,
                   bool attribute)
{
    place to = p;
    while (to < end && is_alphanumeric(*to))
        to++;
    if (to < end && *to == '=' && attribute) {
        put(tkz, "&", 1);
        return p;
    }
    if (to == end || *to != ';')
        return NULL;
    char name[sizeof known->name] = {0};
    if ((size_t)(to - p) >= sizeof name)
        return NULL;
    memcpy(name, p, (size_t)(to - p));
    for (unsigned i = 0; i < KNOWN; i++)
        if (stm_load64(known[i].name) == stm_load64(name)) {
            put(tkz, known[i].bytes, strnlen(known[i].bytes, 4));
            return to + 1;
        }
    return NULL;
}

/* The value of a digit, or 16. */
static unsigned digit_of(lxb_char_t c)
{
    if (stm_ascii_digit((char)c))
        return c - '0';
    unsigned letter = (c | 0x20u) - 'a';
    return letter < 6 ? letter + 10 : 16;
}

/* Characters that the standard replaces, or calls an error, are lexbor's. */
static bool is_plain(uint32_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && c < 0xd800) ||
           (c >= 0xe000 && c < 0xfdd0) || (c >= 0xfdf0 && c < 0xfffe) ||
           (c >= 0x10000 && c <= 0x10ffff && (c & 0xfffe) != 0xfffe);
}

static void put_character(lxb_html_tokenizer_t *tkz, uint32_t c)
{
    unsigned more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const uint8_t lead[] = {0, 0xc0, 0xe0, 0xf0};
    lxb_char_t bytes[4] = {(lxb_char_t)(lead[more] | c >> 6 * more)};
    for (unsigned i = 1; i <= more; i++)
        bytes[i] = (lxb_char_t)(0x80 | (c >> 6 * (more - i) & 0x3f));
    put(tkz, bytes, more + 1);
}

/* Behind the number at `p`, after the number sign. */
static place numbered(lxb_html_tokenizer_t *tkz, place p, place end)
{
    enum { MOST_DIGITS = 7 };
    bool hex = p < end && (*p | 0x20) == 'x';
    unsigned base = hex ? 16 : 10, digit;
    uint32_t c = 0;
    place from = p += hex;
    for (; p < end && (digit = digit_of(*p)) < base; p++) {
        if (p - from == MOST_DIGITS)
            return NULL;
        c = c * base + digit;
    }
    if (p == from || p == end || *p != ';' || !is_plain(c))
        return NULL;
    put_character(tkz, c);
    return p + 1;
}

/* Behind the reference at `p`, or the ampersand that stands for itself; NULL
 * where it is neither for sure. */
static place one_reference(lxb_html_tokenizer_t *tkz, place p, place end,
                           bool attribute)
{
    p++;
    if (p < end && *p == '#')
        return numbered(tkz, p + 1, end);
    if (p < end && is_alphanumeric(*p))
        return named(tkz, p, end, attribute);
    put(tkz, "&", 1);
    return p;
}

/* Reads [p, to), whose first reference is at `amp`, into the room of `tkz`.
 * False where lexbor is to read it. `stop` is a byte that it has not. */
static bool resolve(lxb_html_tokenizer_t *tkz, place p, place amp, place to,
                    lxb_char_t stop)
{
    size_t most = (size_t)(to - p);
    tkz->pos = tkz->start;
    if ((size_t)(tkz->end - tkz->start) < most &&
        lxb_html_tokenizer_temp_realloc(tkz, most) != LXB_STATUS_OK)
        return false;
    for (place at = amp;; at = stm_html__quick_find(p, to, stop)) {
        put(tkz, p, (size_t)(at - p));
        if (at == to)
            return true;
        p = *at == '&' ? one_reference(tkz, at, to, stop != '<') : NULL;
        if (!p)
            break;
    }
    tkz->pos = tkz->start;
    return false;
}

const lxb_char_t *stm_html__quick_text(lxb_html_tokenizer_t *tkz,
                                       const lxb_char_t *p,
                                       const lxb_char_t *amp,
                                       const lxb_char_t *end)
{
    place to = memchr(amp, '<', (size_t)(end - amp));
    return to && resolve(tkz, p, amp, to, '<') ? to : NULL;
}

bool stm_html__quick_resolve(lxb_html_tokenizer_t *tkz, stm_quick_attribute *a)
{
    place to = a->value + a->value_length;
    if (!resolve(tkz, a->value, a->amp, to, *to))
        return false;
    size_t n = (size_t)(tkz->pos - tkz->start);
    lxb_char_t *value = lexbor_mraw_alloc(tkz->attrs_mraw, n + 1);
    tkz->pos = tkz->start;
    if (!value) {
        tkz->status = LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        return false;
    }
    memcpy(value, tkz->start, n);
    value[n] = 0;
    a->value = value;
    a->value_length = n;
    return true;
}
