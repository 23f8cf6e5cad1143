/* Slices: comparing, trimming, searching. No locale, ASCII case only. */
#ifndef STM_BASE_STR_H
#define STM_BASE_STR_H

#include <stemma/base.h>
#include <string.h>

static inline bool stm_str_eq(stm_str a, stm_str b)
{
    return a.len == b.len && (!a.len || !memcmp(a.ptr, b.ptr, a.len));
}

/* Byte order; a prefix comes first. */
static inline int stm_str_cmp(stm_str a, stm_str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    int c = n ? memcmp(a.ptr, b.ptr, n) : 0;
    return c ? c : (a.len > b.len) - (a.len < b.len);
}

static inline stm_str stm_str_of(const char *s)
{
    return (stm_str){s, s ? strlen(s) : 0};
}

static inline stm_str stm_str_cut(stm_str s, stm_range r)
{
    return (stm_str){s.ptr + r.start, r.end - r.start};
}

static inline bool stm_ascii_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline bool stm_ascii_digit(char c) { return c >= '0' && c <= '9'; }
static inline char stm_ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static inline stm_str stm_str_trim(stm_str s)
{
    while (s.len && stm_ascii_space(*s.ptr))
        s.ptr++, s.len--;
    while (s.len && stm_ascii_space(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

static inline bool stm_str_starts(stm_str s, stm_str prefix)
{
    return s.len >= prefix.len &&
           (!prefix.len || !memcmp(s.ptr, prefix.ptr, prefix.len));
}

/* Equal but for ASCII case. */
bool stm_str_eq_nocase(stm_str a, stm_str b);
/* Byte offset of the first `needle` at or after `from`, or SIZE_MAX. */
size_t stm_str_find(stm_str s, stm_str needle, size_t from);
size_t stm_str_find_nocase(stm_str s, stm_str needle, size_t from);

#endif
