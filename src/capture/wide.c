/* UTF-16 and UTF-32: by the mark at the head, else by the zero bytes that
 * ASCII letters, blanks and line ends leave. */
#include "base/str.h"
#include "capture/input.h"

enum { LOOK = 4096 }; /* bytes looked at where there is no mark */

static const struct {
    stm_str mark;
    const char *name;
} marks[] = {
    /* the longer first: one begins like another */
    {{"\xff\xfe\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xfe\xff", 4}, "UTF-32BE"},
    {{"\xff\xfe", 2}, "UTF-16LE"},
    {{"\xfe\xff", 2}, "UTF-16BE"},
};

static bool is_prose(uint32_t c)
{
    return c >= ' ' || stm_ascii_space((char)c);
}

static uint32_t unit_at(const unsigned char *p, size_t size, bool big)
{
    uint32_t c = 0;
    for (size_t i = 0; i < size; i++)
        c = c << 8 | p[big ? i : size - 1 - i];
    return c;
}

/* Every unit is a code point that prose can have. */
static bool is_utf32(const unsigned char *p, size_t len, bool big)
{
    for (size_t i = 0; i + 4 <= len; i += 4) {
        uint32_t c = unit_at(p + i, 4, big);
        if (!is_prose(c) || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
            return false;
    }
    return len >= 8;
}

/* One unit in ten at least is an ASCII one, and hardly any a control
 * character; letters of other scripts have blanks between them. Chinese
 * without a mark is not found, but it is seldom without one. */
static bool is_utf16(const unsigned char *p, size_t len, bool big)
{
    size_t ascii = 0, strange = 0, pairs = len / 2;
    for (size_t i = 0; i < pairs; i++) {
        uint32_t c = unit_at(p + i * 2, 2, big);
        strange += !is_prose(c) || c == 0x7f;
        ascii += c < 0x7f && is_prose(c);
    }
    return ascii && ascii >= pairs / 10 && strange <= pairs / 50;
}

const char *stm_capture__wide_charset(stm_str s, size_t *mark)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (stm_str_starts(s, marks[i].mark)) {
            *mark = marks[i].mark.len;
            return marks[i].name;
        }
    *mark = 0;
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t len = s.len < LOOK ? s.len : LOOK;
    if (is_utf32(p, len, false))
        return "UTF-32LE";
    if (is_utf32(p, len, true))
        return "UTF-32BE";
    if (is_utf16(p, len, false))
        return "UTF-16LE";
    if (is_utf16(p, len, true))
        return "UTF-16BE";
    return NULL;
}
