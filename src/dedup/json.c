#include "dedup/json.h"

#include <stdlib.h>

#include "base/utf8.h"

bool stm_json_out__put(stm_json_out *o, const void *bytes, size_t len)
{
    if (!stm_vec_reserve(o, len + 1))
        return false;
    if (len)
        memcpy(o->items + o->count, bytes, len);
    o->count += len;
    return true;
}

static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
}

static bool put_escape(stm_json_out *o, unsigned char c)
{
    static const char digits[] = "0123456789abcdef";
    static const char short_ones[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    char escape[6] = {'\\', 'u', '0', '0', digits[c >> 4], digits[c & 15]};
    const char *at = c ? strchr(short_ones, c) : NULL;
    if (at)
        escape[1] = letters[at - short_ones];
    return stm_json_out__put(o, escape, at ? 2 : 6);
}

static bool put_valid(stm_json_out *o, stm_str s)
{
    for (size_t i = 0; i < s.len;) {
        size_t from = i;
        while (i < s.len && is_plain((unsigned char)s.ptr[i]))
            i++;
        if (!stm_json_out__put(o, s.ptr + from, i - from))
            return false;
        if (i < s.len && !put_escape(o, (unsigned char)s.ptr[i++]))
            return false;
    }
    return true;
}

bool stm_json_out__inside(stm_json_out *o, stm_str s)
{
    stm_bytes whole;
    uint64_t replaced;
    if (stm_utf8_valid(s) == s.len)
        return put_valid(o, s);
    if (stm_utf8_repair(&whole, &replaced, s, NULL) != STM_OK)
        return false;
    bool put = put_valid(o, (stm_str){whole.ptr, whole.len});
    free(whole.ptr);
    return put;
}
