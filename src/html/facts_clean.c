/* Everything here shrinks: no escape is shorter than the character it stands
 * for, so the copy is made in one piece of the raw length. */
#include "html/facts_clean.h"

#include "base/str.h"

/* The names that come twice escaped; `&amp;eacute;` and rarer ones stay. */
static const struct {
    char name[8];
    uint16_t code;
} names[] = {
    {"amp", '&'},       {"quot", '"'},     {"apos", '\''},    {"lt", '<'},
    {"gt", '>'},        {"nbsp", ' '},     {"ndash", 0x2013}, {"mdash", 0x2014},
    {"lsquo", 0x2018},  {"rsquo", 0x2019}, {"ldquo", 0x201c}, {"rdquo", 0x201d},
    {"hellip", 0x2026}, {"bull", 0x2022},  {"middot", 0xb7},  {"copy", 0xa9},
    {"reg", 0xae},      {"trade", 0x2122}, {"laquo", 0xab},   {"raquo", 0xbb},
    {"eacute", 0xe9},   {"egrave", 0xe8},  {"agrave", 0xe0},  {"ccedil", 0xe7},
    {"auml", 0xe4},     {"ouml", 0xf6},    {"uuml", 0xfc},    {"Auml", 0xc4},
    {"Ouml", 0xd6},     {"Uuml", 0xdc},    {"szlig", 0xdf},   {"ntilde", 0xf1},
    {"aacute", 0xe1},   {"iacute", 0xed},  {"oacute", 0xf3},  {"uacute", 0xfa},
};

typedef struct writer {
    char *bytes;
    size_t len;
    bool blank; /* one is due before the next byte */
} writer;

static void put_byte(writer *w, char c)
{
    if (stm_ascii_space(c) || c == '\0') {
        w->blank = w->len != 0;
        return;
    }
    if (w->blank)
        w->bytes[w->len++] = ' ';
    w->blank = false;
    w->bytes[w->len++] = c;
}

static void put_char(writer *w, uint32_t c)
{
    if (c == 0xa0 || c == 0x2028 || c == 0x2029 || (c >= 0x80 && c < 0xa0))
        c = ' ';
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
        c = 0xfffd;
    if (c < 0x80) {
        put_byte(w, (char)c);
    } else if (c < 0x800) {
        put_byte(w, (char)(0xc0 | c >> 6));
        put_byte(w, (char)(0x80 | (c & 0x3f)));
    } else {
        put_byte(w,
                 c < 0x10000 ? (char)(0xe0 | c >> 12) : (char)(0xf0 | c >> 18));
        if (c >= 0x10000)
            put_byte(w, (char)(0x80 | (c >> 12 & 0x3f)));
        put_byte(w, (char)(0x80 | (c >> 6 & 0x3f)));
        put_byte(w, (char)(0x80 | (c & 0x3f)));
    }
}

static int digit(char c, int base)
{
    char l = stm_ascii_lower(c);
    int value = stm_ascii_digit(c)       ? c - '0'
                : (l >= 'a' && l <= 'f') ? l - 'a' + 10
                                         : base;
    return value < base ? value : -1;
}

/* Up to `most` digits; returns how many. */
static size_t read_code(stm_str s, int base, size_t most, uint32_t *code)
{
    size_t n = 0;
    *code = 0;
    while (n < s.len && n < most && digit(s.ptr[n], base) >= 0)
        *code = *code * (uint32_t)base + (uint32_t)digit(s.ptr[n++], base);
    return n;
}

/* The character reference at the start of `s`: its bytes, 0 for none. */
static size_t reference(stm_str s, uint32_t *code)
{
    bool hex = s.len > 3 && s.ptr[1] == '#' && (s.ptr[2] | 32) == 'x';
    if (s.len > 3 && s.ptr[1] == '#') {
        size_t from = hex ? 3 : 2;
        stm_str digits = {s.ptr + from, s.len - from};
        size_t n = read_code(digits, hex ? 16 : 10, 7, code);
        bool ends = n && n < digits.len && digits.ptr[n] == ';';
        return ends && *code ? from + n + 1 : 0;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i].name);
        if (s.len > n + 1 && s.ptr[n + 1] == ';' &&
            !memcmp(s.ptr + 1, names[i].name, n)) {
            *code = names[i].code;
            return n + 2;
        }
    }
    return 0;
}

/* The escape at the start of `s`, a backslash: its bytes. */
static size_t escape(stm_str s, uint32_t *code)
{
    uint32_t low;
    if (s.len < 2)
        return *code = '\\', 1;
    if (s.ptr[1] != 'u') {
        *code = strchr("nrtbf", s.ptr[1]) ? ' ' : (unsigned char)s.ptr[1];
        return *code < 0x80 ? 2 : (*code = '\\', 1);
    }
    stm_str digits = {s.ptr + 2, s.len - 2};
    if (read_code(digits, 16, 4, code) < 4)
        return *code = ' ', 2;
    stm_str rest = {s.ptr + 6, s.len - 6};
    bool high = *code >= 0xd800 && *code < 0xdc00;
    if (high && rest.len >= 6 && rest.ptr[0] == '\\' && rest.ptr[1] == 'u' &&
        read_code((stm_str){rest.ptr + 2, 4}, 16, 4, &low) == 4 &&
        low >= 0xdc00 && low < 0xe000) {
        *code = 0x10000 + ((*code - 0xd800) << 10) + (low - 0xdc00);
        return 12;
    }
    return 6;
}

/* The bytes of `s` without JSON's escapes. */
static size_t unescape(char *out, stm_str s)
{
    writer w = {out, 0, false};
    for (size_t i = 0; i < s.len;) {
        uint32_t code;
        if (s.ptr[i] != '\\') {
            put_byte(&w, s.ptr[i++]);
            continue;
        }
        i += escape((stm_str){s.ptr + i, s.len - i}, &code);
        put_char(&w, code);
    }
    return w.len;
}

/* The same for character references, in place. */
static size_t resolve(char *out, stm_str s)
{
    writer w = {out, 0, false};
    for (size_t i = 0; i < s.len;) {
        uint32_t code;
        stm_str rest = {s.ptr + i, s.len - i};
        size_t n = *rest.ptr == '&' ? reference(rest, &code) : 0;
        if (n)
            put_char(&w, code);
        else if (rest.len > 1 && !memcmp(rest.ptr, "\u00a0", 2))
            put_byte(&w, ' '), n = 2;
        else
            put_byte(&w, *rest.ptr), n = 1;
        i += n;
    }
    return w.len;
}

bool stm_html__clean(stm_str *out, stm_arena *mem, stm_str raw,
                     stm_html__escapes escapes, size_t most)
{
    *out = STM_NONE;
    if (!raw.len || raw.len > most)
        return true;
    char *bytes = stm_arena_take(mem, raw.len + 1, 1);
    if (!bytes)
        return false;
    size_t len = raw.len;
    if (escapes == STM_HTML__ESCAPES_JSON)
        len = unescape(bytes, raw);
    else
        memcpy(bytes, raw.ptr, len);
    len = resolve(bytes, (stm_str){bytes, len});
    bytes[len] = '\0';
    if (len)
        *out = (stm_str){bytes, len};
    return true;
}
