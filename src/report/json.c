#include "report/json.h"

#include <math.h>

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
    stm_buf_put(&j->buf, "\"", 1);
    stm_buf_text(&j->buf, key);
    stm_buf_put(&j->buf, "\":", 2);
    j->comma = false;
}

void stm_json__str(stm_json *j, stm_str s)
{
    if (!s.ptr) {
        stm_json__null(j);
        return;
    }
    value(j);
    stm_json__put_string(&j->buf, s);
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
    char digits[20];
    size_t at = sizeof digits;
    value(j);
    do
        digits[--at] = (char)('0' + x % 10);
    while (x /= 10);
    stm_buf_put(&j->buf, digits + at, sizeof digits - at);
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
