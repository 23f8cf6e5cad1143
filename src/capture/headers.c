#include "capture/headers.h"

#include "base/str.h"

static stm_str behind(stm_str s, size_t n)
{
    return n < s.len ? (stm_str){s.ptr + n, s.len - n}
                     : (stm_str){s.ptr + s.len, 0};
}

size_t stm_headers__length(stm_str s, size_t from)
{
    size_t i = from > 2 ? from - 2 : 0;
    while (i < s.len) {
        const char *end = memchr(s.ptr + i, '\n', s.len - i);
        if (!end)
            break;
        i = (size_t)(end - s.ptr) + 1;
        if (i < s.len && s.ptr[i] == '\n')
            return i + 1;
        if (i + 1 < s.len && s.ptr[i] == '\r' && s.ptr[i + 1] == '\n')
            return i + 2;
    }
    return SIZE_MAX;
}

/* The next line of `*rest`, without its end. */
static stm_str take_line(stm_str *rest)
{
    const char *end = memchr(rest->ptr, '\n', rest->len);
    stm_str line = {rest->ptr, end ? (size_t)(end - rest->ptr) : rest->len};
    *rest = behind(*rest, line.len + 1);
    return line;
}

stm_str stm_headers__find(stm_str block, stm_str name)
{
    if (block.len)
        take_line(&block);
    while (block.len) {
        stm_str line = take_line(&block);
        if (line.len <= name.len ||
            !stm_str_eq_nocase((stm_str){line.ptr, name.len}, name))
            continue;
        stm_str value = stm_str_trim(behind(line, name.len));
        if (value.len && *value.ptr == ':')
            return stm_str_trim(behind(value, 1));
    }
    return STM_NONE;
}

stm_str stm_headers__parameter(stm_str value, stm_str name)
{
    size_t at = 0;
    while ((at = stm_str_find(value, STM_LIT(";"), at)) != SIZE_MAX) {
        stm_str p = stm_str_trim(behind(value, ++at));
        if (p.len <= name.len ||
            !stm_str_eq_nocase((stm_str){p.ptr, name.len}, name))
            continue;
        p = stm_str_trim(behind(p, name.len));
        if (!p.len || *p.ptr != '=')
            continue;
        p = stm_str_trim(behind(p, 1));
        size_t n = 0;
        if (p.len && (*p.ptr == '"' || *p.ptr == '\''))
            p = behind(p, 1);
        while (n < p.len && !memchr(";\"' ", p.ptr[n], 4))
            n++;
        return (stm_str){p.ptr, n};
    }
    return STM_NONE;
}

bool stm_headers__number(stm_str s, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < s.len; i++)
        if (!stm_ascii_digit(s.ptr[i]) ||
            __builtin_mul_overflow(*out, (uint64_t)10, out) ||
            __builtin_add_overflow(*out, (uint64_t)(s.ptr[i] - '0'), out))
            return false;
    return s.len;
}
