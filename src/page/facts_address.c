#include "page/facts_address.h"

#include "base/str.h"
#include "page/dates.h"
#include "page/months.h"

static stm_str behind(stm_str s, size_t n)
{
    return n ? (stm_str){s.ptr + n, s.len - n} : s;
}

/* Behind "https://"; all of `uri` where there is no scheme. */
static stm_str without_scheme(stm_str uri)
{
    size_t at = stm_str_find(uri, STM_LIT("://"), 0);
    if (at != SIZE_MAX && at < 10)
        return behind(uri, at + 3);
    return stm_str_starts(uri, STM_LIT("//")) ? behind(uri, 2) : uri;
}

static size_t length_until(stm_str s, const char *marks)
{
    size_t n = 0;
    while (n < s.len && !strchr(marks, s.ptr[n]))
        n++;
    return n;
}

stm_str stm_page__address_host(stm_str uri)
{
    stm_str s = without_scheme(uri);
    s.len = length_until(s, "/?#:");
    return stm_str_starts(s, STM_LIT("www.")) ? behind(s, 4) : s;
}

stm_str stm_page__address_path(stm_str uri)
{
    stm_str s = without_scheme(uri);
    s = behind(s, length_until(s, "/?#"));
    s.len = length_until(s, "?#");
    return s;
}

/* `digits` digits at `i`, with none around them. */
static bool number_at(stm_str s, size_t i, size_t digits, uint32_t *value)
{
    *value = 0;
    if (i + digits > s.len || (i && stm_ascii_digit(s.ptr[i - 1])))
        return false;
    for (size_t k = i; k < i + digits; k++) {
        if (!stm_ascii_digit(s.ptr[k]))
            return false;
        *value = *value * 10 + (uint32_t)(s.ptr[k] - '0');
    }
    return i + digits == s.len || !stm_ascii_digit(s.ptr[i + digits]);
}

static bool is_mark(char c)
{
    return c == '/' || c == '-' || c == '_' || c == '.';
}

static bool settle(stm_date *out, uint32_t year, uint32_t month, uint32_t day)
{
    char buf[16];
    stm_found_date found;
    if (year < 1990 || year > 2099 || !month || month > 12)
        return false;
    *out = (stm_date){(int16_t)year, (uint8_t)month, (uint8_t)day, -1, -1, -1,
                      STM_NO_ZONE};
    if (!day)
        return true;
    size_t n = stm_date_format(out, buf, sizeof buf);
    return stm_page__find_date(&found, (stm_str){buf, n}, 0, n, STM_DAY_FIRST);
}

/* Of one or two digits. */
static size_t small_number(stm_str s, size_t i, uint32_t *value)
{
    if (number_at(s, i, 2, value))
        return 2;
    return number_at(s, i, 1, value);
}

/* "05", "5" or "may" at `i`: its bytes. */
static size_t month_at(stm_str s, size_t i, uint32_t *month)
{
    size_t n = small_number(s, i, month);
    if (n)
        return n;
    while (i + n < s.len && !is_mark(s.ptr[i + n]))
        n++;
    *month = stm_page__month((stm_str){s.ptr + i, n});
    return *month ? n : 0;
}

/* The date whose year starts at `i`. */
static bool date_at(stm_date *out, stm_str s, size_t i)
{
    uint32_t year, month, day;
    if (number_at(s, i, 8, &day))
        return settle(out, day / 10000, day / 100 % 100, day % 100) && out->day;
    if (!number_at(s, i, 4, &year) || i + 4 >= s.len || !is_mark(s.ptr[i + 4]))
        return false;
    char mark = s.ptr[i + 4];
    size_t n = month_at(s, i += 5, &month);
    if (!n)
        return false;
    i += n;
    if (i < s.len && is_mark(s.ptr[i]) &&
        (s.ptr[i] == mark || s.ptr[i] == '/')) {
        size_t d = small_number(s, i + 1, &day);
        bool ends = d && (i + 1 + d == s.len || is_mark(s.ptr[i + 1 + d]));
        if (ends && settle(out, year, month, day))
            return true;
    }
    /* a year and a month need slashes: "best-of-2024-10-hotels" */
    return mark == '/' && (i == s.len || s.ptr[i] == '/') &&
           settle(out, year, month, 0);
}

bool stm_page__address_date(stm_date *out, stm_str uri)
{
    stm_str path = stm_page__address_path(uri);
    stm_date found, month = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    for (size_t i = 1; i < path.len; i++) {
        if (!is_mark(path.ptr[i - 1]) || !date_at(&found, path, i))
            continue;
        if (found.day)
            return *out = found, true;
        if (!month.year)
            month = found;
    }
    *out = month;
    return month.year;
}

static bool is_web(stm_str uri)
{
    static const char *const schemes[] = {"http://", "https://"};
    for (size_t i = 0; i < 2; i++) {
        stm_str s = stm_str_of(schemes[i]);
        if (uri.len > s.len && stm_str_eq_nocase((stm_str){uri.ptr, s.len}, s))
            return true;
    }
    return false;
}

/* How much of `base` stands before a relative address. */
static size_t kept_of(stm_str base, stm_str uri)
{
    size_t scheme = stm_str_find(base, STM_LIT("://"), 0) + 3;
    size_t host = scheme + length_until(behind(base, scheme), "/?#");
    if (stm_str_starts(uri, STM_LIT("//")))
        return scheme - 2;
    if (*uri.ptr == '/')
        return host;
    size_t end = length_until(base, "?#");
    if (*uri.ptr == '?')
        return end;
    while (end > host && base.ptr[end - 1] != '/')
        end--;
    return end;
}

bool stm_page__address_resolve(stm_str *out, stm_arena *mem, stm_str uri,
                               stm_str base)
{
    uri = stm_str_trim(uri);
    *out = (stm_str){NULL, 0};
    size_t colon = length_until(uri, ":/?#");
    bool absolute = colon < uri.len && uri.ptr[colon] == ':';
    if (!uri.len || uri.ptr[0] == '#' || (absolute && !is_web(uri)) ||
        (!absolute && !is_web(base)))
        return true;
    size_t kept = absolute ? 0 : kept_of(base, uri);
    const char *slash =
        kept && base.ptr[kept - 1] != '/' && !strchr("/?", *uri.ptr) ? "/" : "";
    *out = stm_arena_format(mem, "%.*s%s%.*s", (int)kept, base.ptr, slash,
                            (int)uri.len, uri.ptr);
    return out->ptr;
}
