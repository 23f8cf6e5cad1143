/* Most of what the program prints is captured text, and little of that wants
 * escaping: it is looked through eight bytes at a time, and written in runs
 * from one character that wants escaping to the next. */
#include "report/json.h"

#include <utf8proc.h>

#include "base/hash.h"

#define EACH_BYTE(b) (UINT64_C(0x0101010101010101) * (b))

/* How many of eight bytes are ASCII without control characters, quotes and
 * backslashes before the first that is not. A subtraction sets the top bit of a
 * byte that was less; a borrow makes a doubt of the bytes above only where
 * there is one already. */
static unsigned leading_plain(const char *p)
{
    uint64_t x = stm_load64(p);
    uint64_t doubt = x | (x - EACH_BYTE(0x20));
    doubt |= (x ^ EACH_BYTE('"')) - EACH_BYTE(1);
    doubt |= (x ^ EACH_BYTE('\\')) - EACH_BYTE(1);
    doubt |= (x ^ EACH_BYTE(0x7f)) - EACH_BYTE(1);
    doubt &= EACH_BYTE(0x80);
    return doubt ? (unsigned)__builtin_ctzll(doubt) / 8 : 8;
}

static bool continues(char c) { return ((unsigned char)c & 0xc0) == 0x80; }

/* Bytes of the character at `p` where one look tells that it is valid and
 * needs no escape; 0 where that takes decoding it. */
static size_t plain_character(const char *p, size_t left)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
    if (c >= 0xc2 && c <= 0xdf && left >= 2)
        return continues(p[1]) && (c > 0xc2 || p[1] >= '\xa0') ? 2 : 0;
    bool three = c > 0xe0 && c < 0xf0 && c != 0xed && left >= 3;
    if (three && !(c == 0xe2 && (p[1] == '\x80' || p[1] == '\x81')))
        return continues(p[1]) && continues(p[2]) ? 3 : 0;
    return 0;
}

static size_t plain_run(const char *p, size_t left)
{
    size_t n = 0, step = 1;
    while (step && n < left) {
        for (step = 8; step == 8 && left - n >= 8; n += step)
            step = leading_plain(p + n);
        step = n < left ? plain_character(p + n, left - n) : 0;
        n += step;
    }
    return n;
}

/* Escapes what JSON wants escaped, and what breaks out of the places JSON is
 * pasted into: DEL and the other control characters, which a terminal may obey,
 * what turns the direction of writing, and the two line ends that old
 * JavaScript knew. */
static bool needs_escape(utf8proc_int32_t c)
{
    return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7f && c < 0xa0) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void put_escape(stm_buf *b, utf8proc_int32_t c)
{
    static const char letters[] = {
        ['\b'] = 'b', ['\f'] = 'f', ['\n'] = 'n', ['\r'] = 'r',
        ['\t'] = 't', ['"'] = '"',  ['\\'] = '\\'};
    char letter = (size_t)c < sizeof letters ? letters[c] : 0;
    char escape[2] = {'\\', letter ? letter : 'u'};
    stm_buf_put(b, escape, 2);
    if (!letter)
        stm_buf_format(b, "%04x", (unsigned)c);
}

/* One character that is not plain at first sight; its bytes. */
static size_t put_doubtful(stm_buf *b, const char *p, size_t left)
{
    unsigned char first = (unsigned char)*p;
    if (first < 0x80) { /* all of these that come here want it */
        put_escape(b, first);
        return 1;
    }
    utf8proc_int32_t c;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)p,
                                          (utf8proc_ssize_t)left, &c);
    if (n <= 0)
        stm_buf_format(b, "\\\\x%02x", (unsigned char)*p);
    else if (needs_escape(c))
        put_escape(b, c);
    else
        stm_buf_put(b, p, (size_t)n);
    return n > 0 ? (size_t)n : 1;
}

void stm_json__put_string(stm_buf *b, stm_str s)
{
    stm_buf_put(b, "\"", 1);
    for (size_t i = 0; i < s.len;) {
        size_t n = plain_run(s.ptr + i, s.len - i);
        stm_buf_put(b, s.ptr + i, n);
        i += n;
        if (i < s.len)
            i += put_doubtful(b, s.ptr + i, s.len - i);
    }
    stm_buf_put(b, "\"", 1);
}
