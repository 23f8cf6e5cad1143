#include "base/str.h"

bool stm_str_eq_nocase(stm_str a, stm_str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (stm_ascii_lower(a.ptr[i]) != stm_ascii_lower(b.ptr[i]))
            return false;
    return true;
}

size_t stm_str_find(stm_str s, stm_str needle, size_t from)
{
    if (from > s.len || needle.len > s.len - from)
        return SIZE_MAX;
    if (!needle.len)
        return from;
    const char *hit =
        memmem(s.ptr + from, s.len - from, needle.ptr, needle.len);
    return hit ? (size_t)(hit - s.ptr) : SIZE_MAX;
}

size_t stm_str_find_nocase(stm_str s, stm_str needle, size_t from)
{
    for (size_t i = from; i <= s.len && needle.len <= s.len - i; i++)
        if (stm_str_eq_nocase((stm_str){s.ptr + i, needle.len}, needle))
            return i;
    return SIZE_MAX;
}
