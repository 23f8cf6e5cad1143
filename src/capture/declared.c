/* The character set that a page declares. A page says so in ASCII near its
 * head, whatever it is in, so this can be read before anything is decoded. */
#include "base/str.h"
#include "capture/decode.h"

/* The Encoding Standard looks at 1,024 bytes; pages that put scripts first
 * need more. */
enum { PRESCAN = 4096 };

static stm_str from(stm_str s, size_t n)
{
    return n < s.len ? (stm_str){s.ptr + n, s.len - n}
                     : (stm_str){s.ptr + s.len, 0};
}

/* The value behind `name` and an equals sign, quoted or not. */
static stm_str value_of(stm_str s, stm_str name)
{
    size_t at = 0;
    while ((at = stm_str_find_nocase(s, name, at)) != SIZE_MAX) {
        at += name.len;
        stm_str v = stm_str_trim(from(s, at));
        if (!v.len || *v.ptr != '=')
            continue;
        v = stm_str_trim(from(v, 1));
        if (v.len && (*v.ptr == '"' || *v.ptr == '\''))
            v = from(v, 1);
        size_t n = 0;
        while (n < v.len && !stm_ascii_space(v.ptr[n]) &&
               !memchr("\"';>/?", v.ptr[n], 6))
            n++;
        if (n)
            return (stm_str){v.ptr, n};
    }
    return STM_NONE;
}

/* The tag that `s` begins with, up to its bracket. */
static stm_str whole_tag(stm_str s)
{
    const char *end = memchr(s.ptr, '>', s.len);
    return (stm_str){s.ptr, end ? (size_t)(end - s.ptr) : s.len};
}

static stm_str declared_by_meta(stm_str s)
{
    size_t at = 0;
    while ((at = stm_str_find(s, STM_LIT("<"), at)) != SIZE_MAX) {
        stm_str tag = from(s, at);
        if (stm_str_starts(tag, STM_LIT("<!--"))) {
            at = stm_str_find(s, STM_LIT("-->"), at + 2);
            if (at == SIZE_MAX)
                break;
            continue;
        }
        at++;
        if (tag.len < 6 || !stm_ascii_space(tag.ptr[5]) ||
            !stm_str_eq_nocase((stm_str){tag.ptr, 5}, STM_LIT("<meta")))
            continue;
        stm_str set = value_of(whole_tag(tag), STM_LIT("charset"));
        if (set.ptr)
            return set;
    }
    return STM_NONE;
}

stm_str stm_charset__declared(stm_str s)
{
    if (s.len > PRESCAN)
        s.len = PRESCAN;
    stm_str set = declared_by_meta(s);
    if (!set.ptr && stm_str_starts(s, STM_LIT("<?xml")))
        set = value_of(whole_tag(s), STM_LIT("encoding"));
    return set;
}
