#include "report/glyph.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static void made(stm_glyph *g, const char *format, unsigned value)
{
    int n = snprintf(g->bytes, sizeof g->bytes, format, value);
    g->len = (uint8_t)n;
    g->kind = STM_GLYPH_MADE;
}

/* U+2400 and the next 32 picture the control characters, U+2421 DEL. */
static void picture(stm_glyph *g, unsigned control)
{
    utf8proc_int32_t c =
        control == 0x7f ? 0x2421 : (utf8proc_int32_t)(0x2400 + control);
    g->len = (uint8_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)g->bytes);
    g->bytes[g->len] = '\0';
    g->cols = 1;
    g->kind = STM_GLYPH_MADE;
}

/* Marks, embeddings, overrides and isolates: they could make a line read in
 * another order than it is written. */
static bool turns_direction(utf8proc_int32_t c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* The two that XML may not hold. */
static bool is_no_character(utf8proc_int32_t c)
{
    return c == 0xfffe || c == 0xffff;
}

static bool is_space(utf8proc_int32_t c)
{
    return c == ' ' || c == '\t' ||
           utf8proc_category(c) == UTF8PROC_CATEGORY_ZS;
}

static bool ends_line(utf8proc_int32_t c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static void ink(stm_glyph *g, stm_str s, size_t at, size_t len,
                utf8proc_int32_t c)
{
    memcpy(g->bytes, s.ptr + at, len);
    g->bytes[len] = '\0';
    g->len = (uint8_t)len;
    g->cols = (uint8_t)utf8proc_charwidth(c);
    g->kind = STM_GLYPH_INK;
}

size_t stm_glyph__read(stm_glyph *g, stm_str s, size_t at)
{
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + at,
                                          (utf8proc_ssize_t)(s.len - at), &c);
    if (n <= 0) {
        made(g, "\\x%02x", (unsigned char)s.ptr[at]);
        g->cols = 4;
        return at + 1;
    }
    size_t next = at + (size_t)n;
    if (c == '\r' && next < s.len && s.ptr[next] == '\n')
        next++;
    if (ends_line(c)) {
        *g = (stm_glyph){"\n", 1, 0, STM_GLYPH_LINE};
    } else if (c == 0xa0 || c == 0x202f) {
        *g = (stm_glyph){" ", 1, 1, STM_GLYPH_INK}; /* no line breaks here */
    } else if (is_space(c)) {
        *g = (stm_glyph){" ", 1, 1, STM_GLYPH_SPACE};
    } else if (c < 0x20 || c == 0x7f) {
        picture(g, (unsigned)c);
    } else if (c < 0xa0 && c >= 0x80) {
        made(g, "\\x%02x", (unsigned)c);
        g->cols = 4;
    } else if (turns_direction(c) || is_no_character(c)) {
        made(g, "\xe2\x9f\xa6U+%04X\xe2\x9f\xa7", (unsigned)c & 0xffff);
        g->cols = 8;
    } else {
        ink(g, s, at, (size_t)n, c);
    }
    return next;
}

size_t stm_glyph__columns(stm_str s)
{
    size_t cols = 0;
    for (size_t at = 0; at < s.len;) {
        stm_glyph g;
        at = stm_glyph__read(&g, s, at);
        cols += g.cols;
    }
    return cols;
}
