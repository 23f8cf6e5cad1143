#include "dedup/date.h"

#include "base/str.h"
#include "dedup/corpus.h"

/* Digits at `*s`, at most `most`; false where there is none. */
static bool digits(stm_str *s, size_t most, int64_t *out)
{
    size_t n = 0;
    for (*out = 0; n < most && n < s->len && stm_ascii_digit(s->ptr[n]); n++)
        *out = *out * 10 + (s->ptr[n] - '0');
    s->ptr += n, s->len -= n;
    return n;
}

static bool pass(stm_str *s, const char *any)
{
    if (!s->len || !strchr(any, *s->ptr) || !*s->ptr)
        return false;
    s->ptr++, s->len--;
    return true;
}

/* Days since 1970 (Hinnant, days_from_civil). */
static int64_t days(int64_t y, int64_t m, int64_t d)
{
    y -= m <= 2;
    int64_t era = y / 400, of_era = y % 400;
    int64_t of_year = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           719468;
}

/* What is to be added for the zone at `s`. */
static int64_t zone(stm_str s)
{
    int64_t h, m = 0;
    bool west = s.len && *s.ptr == '-';
    if (!pass(&s, "+-") || !digits(&s, 2, &h))
        return 0;
    pass(&s, ":");
    digits(&s, 2, &m);
    return (west ? 1 : -1) * (h * 3600 + m * 60);
}

static int64_t clock_time(stm_str s)
{
    int64_t h = 0, m = 0, sec = 0, fraction;
    if (!pass(&s, "Tt ") || !digits(&s, 2, &h))
        return 0;
    if (pass(&s, ":") && digits(&s, 2, &m) && pass(&s, ":"))
        digits(&s, 2, &sec);
    if (pass(&s, ".,"))
        digits(&s, 9, &fraction);
    return h * 3600 + m * 60 + sec + zone(s);
}

static int64_t of_text(stm_str s)
{
    int64_t y, m = 1, d = 1;
    if (!digits(&s, 4, &y) || y < 1)
        return STM_DOC_NO_DATE;
    if (pass(&s, "-/") && digits(&s, 2, &m) && pass(&s, "-/"))
        digits(&s, 2, &d);
    if (m < 1 || m > 12 || d < 1 || d > 31)
        return STM_DOC_NO_DATE;
    return days(y, m, d) * 86400 + clock_time(s);
}

int64_t stm_date__read(stm_str value)
{
    /* over this, seconds would be of the year 5138: they are milliseconds */
    const int64_t most_seconds = INT64_C(100000000000);
    int64_t n;
    if (!value.len)
        return STM_DOC_NO_DATE;
    if (*value.ptr == '"')
        return of_text((stm_str){value.ptr + 1, value.len - 2});
    bool before = pass(&value, "-");
    if (!digits(&value, 17, &n))
        return STM_DOC_NO_DATE;
    n = n > most_seconds ? n / 1000 : n;
    return before ? -n : n;
}
