#include "capture/moment.h"

#include <stdio.h>

#include "base/str.h"

/* `n` digits at the head of *s, which moves on; -1 where there are none. */
static int take_digits(stm_str *s, int n)
{
    int v = 0;
    if (s->len < (size_t)n)
        return -1;
    for (int i = 0; i < n; i++) {
        if (!stm_ascii_digit(s->ptr[i]))
            return -1;
        v = v * 10 + (s->ptr[i] - '0');
    }
    *s = (stm_str){s->ptr + n, s->len - (size_t)n};
    return v;
}

static bool take(stm_str *s, const char *any)
{
    if (!s->len || !strchr(any, *s->ptr) || !*s->ptr)
        return false;
    *s = (stm_str){s->ptr + 1, s->len - 1};
    return true;
}

static bool is_within(int v, int low, int high)
{
    return v >= low && v <= high;
}

/* What stands behind the minutes: seconds, their parts, a zone. */
static bool take_rest(stm_str *s)
{
    if (take(s, ":") && !is_within(take_digits(s, 2), 0, 60))
        return false;
    if (take(s, ".,"))
        while (s->len && stm_ascii_digit(*s->ptr))
            *s = (stm_str){s->ptr + 1, s->len - 1};
    if (take(s, "Zz") || !s->len)
        return !s->len;
    if (!take(s, "+-") || !is_within(take_digits(s, 2), 0, 15))
        return false;
    if (s->len)
        take(s, ":");
    return !s->len || (is_within(take_digits(s, 2), 0, 59) && !s->len);
}

static bool is_iso(stm_str s)
{
    if (take_digits(&s, 4) < 0)
        return false;
    if (!s.len)
        return true;
    if (!take(&s, "-") || !is_within(take_digits(&s, 2), 1, 12))
        return false;
    if (!s.len)
        return true;
    if (!take(&s, "-") || !is_within(take_digits(&s, 2), 1, 31))
        return false;
    if (!s.len)
        return true;
    return take(&s, "Tt ") && is_within(take_digits(&s, 2), 0, 24) &&
           take(&s, ":") && is_within(take_digits(&s, 2), 0, 59) &&
           take_rest(&s);
}

/* "20140216050221", or less of it. */
static stm_str from_digits(stm_str s, char out[STM_MOMENT_ROOM])
{
    int year = take_digits(&s, 4), month = take_digits(&s, 2);
    int day = take_digits(&s, 2), hour = take_digits(&s, 2);
    int minute = take_digits(&s, 2), second = take_digits(&s, 2), n;
    if (year < 0 || !is_within(month, 1, 12) || !is_within(day, 1, 31) || s.len)
        return STM_NONE;
    if (is_within(hour, 0, 24) && is_within(minute, 0, 59))
        n = snprintf(out, STM_MOMENT_ROOM, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                     year, month, day, hour, minute,
                     is_within(second, 0, 60) ? second : 0);
    else
        n = snprintf(out, STM_MOMENT_ROOM, "%04d-%02d-%02d", year, month, day);
    return (stm_str){out, (size_t)n};
}

stm_str stm_capture__moment(stm_str s, char out[STM_MOMENT_ROOM])
{
    s = stm_str_trim(s);
    bool digits = s.len == 8 || s.len == 12 || s.len == 14;
    for (size_t i = 0; i < s.len && digits; i++)
        digits = stm_ascii_digit(s.ptr[i]);
    if (digits)
        return from_digits(s, out);
    if (s.len >= STM_MOMENT_ROOM || !is_iso(s))
        return STM_NONE;
    memcpy(out, s.ptr, s.len);
    if (s.len > 10)
        out[10] = 'T';
    return (stm_str){out, s.len};
}
