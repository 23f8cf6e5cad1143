/* Dates as machines write them, where ISO 8601 was not good enough. */
#include "page/dates.h"

enum { LAST_SECOND = 2000000000 /* May 2033 */, FIRST_SECOND = 700000000 };

static uint64_t digits(const char *p, size_t n)
{
    uint64_t value = 0;
    while (n--)
        value = value * 10 + (unsigned)(*p++ - '0');
    return value;
}

static size_t leading_digits(stm_str s)
{
    size_t n = 0;
    while (n < s.len && stm_ascii_digit(s.ptr[n]))
        n++;
    return n;
}

/* Howard Hinnant's civil_from_days. */
static void set_day(stm_date *d, int32_t days)
{
    int32_t z = days + 719468, era = z / 146097, of_era = z - era * 146097;
    int32_t y =
        (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int32_t m = (5 * of_year + 2) / 153;
    d->day = (uint8_t)(of_year - (153 * m + 2) / 5 + 1);
    d->month = (uint8_t)(m < 10 ? m + 3 : m - 9);
    d->year = (int16_t)(y + era * 400 + (d->month <= 2));
}

static bool from_epoch(stm_found_date *out, uint64_t second)
{
    if (second < FIRST_SECOND || second > LAST_SECOND)
        return false;
    uint32_t of_day = (uint32_t)(second % 86400);
    set_day(&out->date, (int32_t)(second / 86400));
    out->date.hour = (int8_t)(of_day / 3600);
    out->date.minute = (int8_t)(of_day / 60 % 60);
    out->date.second = (int8_t)(of_day % 60);
    out->date.zone = 0;
    return true;
}

/* "20240516", "20240516132000", "20240516T1320Z": written out for the parser.
 */
static bool from_compact(stm_found_date *out, stm_str s, size_t n)
{
    char buf[40];
    size_t at = 0, from = 8;
    const char *p = s.ptr;
    for (size_t i = 0; i < 8; i++) {
        if (i == 4 || i == 6)
            buf[at++] = '-';
        buf[at++] = p[i];
    }
    if (n == 8 && s.len > 9 && (p[8] == 'T' || p[8] == ' '))
        from = 9;
    stm_str clock = {p + from, s.len - from};
    size_t c = leading_digits(clock);
    if (c == 4 || c == 6) {
        buf[at++] = 'T';
        for (size_t i = 0; i < c; i++) {
            if (i && i % 2 == 0)
                buf[at++] = ':';
            buf[at++] = clock.ptr[i];
        }
        for (; c < clock.len && at < sizeof buf; c++)
            buf[at++] = clock.ptr[c];
    }
    return stm_page__find_date(out, (stm_str){buf, at}, 0, at, STM_DAY_FIRST);
}

bool stm_page__read_stamp(stm_found_date *out, stm_str value,
                          stm_date_order order)
{
    stm_str s = stm_str_trim(value);
    size_t n = leading_digits(s);
    *out = (stm_found_date){.at = {0, (uint32_t)value.len}};
    if ((n == 10 || n == 13) && n == s.len &&
        from_epoch(out, digits(s.ptr, 10)))
        return true;
    if ((n == 8 || n == 12 || n == 14) && digits(s.ptr, 4) >= 1500 &&
        from_compact(out, s, n))
        return true;
    return stm_page__find_date(out, s, 0, s.len, order);
}
