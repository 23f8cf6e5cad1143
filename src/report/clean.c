#include "report/clean.h"

#include <utf8proc.h>

size_t stm_clean__control(stm_str s, size_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];
    if (c == '\t' || c == '\n')
        return 0;
    if (c < 0x20 || c == 0x7f)
        return 1;
    /* U+0080 to U+009F */
    unsigned char next = at + 1 < s.len ? (unsigned char)s.ptr[at + 1] : 0;
    return c == 0xc2 && next >= 0x80 && next < 0xa0 ? 2 : 0;
}

const char *stm_clean__stand_in(stm_str s, size_t at)
{
    char c = s.ptr[at];
    if (c == '\r')
        return at + 1 < s.len && s.ptr[at + 1] == '\n' ? "" : "\n";
    /* of U+0080 to U+009F nearly all were dashes and quotes of Windows */
    return c == '\v' || c == '\f' || (c & '\x80') ? " " : "";
}

void stm_clean__text(stm_buf *b, stm_str s)
{
    size_t plain = 0;
    for (size_t i = 0; i < s.len;) {
        size_t n = stm_clean__control(s, i);
        if (!n) {
            i++;
            continue;
        }
        stm_buf_put(b, s.ptr + plain, i - plain);
        stm_buf_text(b, stm_clean__stand_in(s, i));
        i += n;
        plain = i;
    }
    stm_buf_put(b, s.ptr + plain, s.len - plain);
}

void stm_clean__line(stm_buf *b, stm_str s)
{
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                             (utf8proc_ssize_t)(s.len - i), &c);
        if (n <= 0)
            stm_buf_format(b, "\\x%02x", (unsigned char)s.ptr[i]);
        else if (c == '\n' || c == '\t')
            stm_buf_text(b, " ");
        else if (stm_clean__control(s, i))
            stm_buf_text(b, *stm_clean__stand_in(s, i) ? " " : "");
        else
            stm_buf_put(b, s.ptr + i, (size_t)n);
        i += n > 0 ? (size_t)n : 1;
    }
}
