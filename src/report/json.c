#include "report/json.h"

#include <math.h>
#include <utf8proc.h>

void stm_json__start(stm_json *j, const stm_sink *out)
{
    stm_buf_start(&j->buf, out);
    j->comma = false;
}

stm_status stm_json__end(stm_json *j)
{
    stm_buf_put(&j->buf, "\n", 1);
    return stm_buf_end(&j->buf);
}

static void value(stm_json *j)
{
    if (j->comma)
        stm_buf_put(&j->buf, ",", 1);
    j->comma = true;
}

void stm_json__open(stm_json *j, char bracket)
{
    value(j);
    stm_buf_put(&j->buf, &bracket, 1);
    j->comma = false;
}

void stm_json__close(stm_json *j, char bracket)
{
    stm_buf_put(&j->buf, &bracket, 1);
    j->comma = true;
}

void stm_json__key(stm_json *j, const char *key)
{
    value(j);
    stm_buf_format(&j->buf, "\"%s\":", key);
    j->comma = false;
}

/* Escapes what JSON wants escaped, and what breaks out of the places JSON is
 * pasted into: DEL, and the two line ends that old JavaScript knew. */
static bool needs_escape(utf8proc_int32_t c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7f || c == 0x2028 ||
           c == 0x2029;
}

static void put_escape(stm_buf *b, utf8proc_int32_t c)
{
    static const char short_names[] = "\b\f\n\r\t\"\\";
    static const char letters[] = "bfnrt\"\\";
    const char *at = c && c < 0x7f ? strchr(short_names, (char)c) : NULL;
    if (at)
        stm_buf_format(b, "\\%c", letters[at - short_names]);
    else
        stm_buf_format(b, "\\u%04x", (unsigned)c);
}

void stm_json__str(stm_json *j, stm_str s)
{
    if (!s.ptr) {
        stm_json__null(j);
        return;
    }
    value(j);
    stm_buf_put(&j->buf, "\"", 1);
    size_t plain = 0;
    for (size_t i = 0; i < s.len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n =
            utf8proc_iterate((const utf8proc_uint8_t *)s.ptr + i,
                             (utf8proc_ssize_t)(s.len - i), &c);
        if (n > 0 && !needs_escape(c)) {
            i += (size_t)n;
            continue;
        }
        stm_buf_put(&j->buf, s.ptr + plain, i - plain);
        if (n > 0)
            put_escape(&j->buf, c);
        else
            stm_buf_format(&j->buf, "\\\\x%02x", (unsigned char)s.ptr[i]);
        i += n > 0 ? (size_t)n : 1;
        plain = i;
    }
    stm_buf_put(&j->buf, s.ptr + plain, s.len - plain);
    stm_buf_put(&j->buf, "\"", 1);
}

void stm_json__hex(stm_json *j, stm_str bytes)
{
    value(j);
    stm_buf_put(&j->buf, "\"", 1);
    for (size_t i = 0; i < bytes.len; i++)
        stm_buf_format(&j->buf, "%02x", (unsigned char)bytes.ptr[i]);
    stm_buf_put(&j->buf, "\"", 1);
}

void stm_json__whole(stm_json *j, uint64_t x)
{
    value(j);
    stm_buf_format(&j->buf, "%llu", (unsigned long long)x);
}

void stm_json__real(stm_json *j, double x)
{
    value(j);
    if (!(fabs(x) < 1e12))
        x = 0;
    uint64_t scaled = (uint64_t)(fabs(x) * 10000 + .5);
    unsigned part = (unsigned)(scaled % 10000);
    int digits = 4;
    for (; digits > 1 && part % 10 == 0; digits--)
        part /= 10;
    stm_buf_format(&j->buf, "%s%llu.%0*u", x < 0 && scaled ? "-" : "",
                   (unsigned long long)(scaled / 10000), digits, part);
}

void stm_json__bool(stm_json *j, bool x)
{
    value(j);
    stm_buf_text(&j->buf, x ? "true" : "false");
}

void stm_json__null(stm_json *j)
{
    value(j);
    stm_buf_text(&j->buf, "null");
}
