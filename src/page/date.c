/* The calendar: days are counted by Howard Hinnant's days_from_civil. */
#include <stdio.h>

#include <stemma/page.h>

int32_t stm_date_days(const stm_date *d)
{
    int32_t month = d->month ? d->month : 1, day = d->day ? d->day : 1;
    int32_t y = d->year - (month <= 2);
    int32_t era = (y >= 0 ? y : y - 399) / 400;
    int32_t of_era = y - era * 400;
    int32_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year -
           719468;
}

int stm_date_weekday(const stm_date *d)
{
    if (!d->year || !d->month || !d->day)
        return -1;
    int day = (int)((stm_date_days(d) + 4) % 7); /* 1970-01-01: a Thursday */
    return day < 0 ? day + 7 : day;
}

static size_t put(char *buf, size_t size, size_t at, int written)
{
    if (written < 0 || (size_t)written >= size - at) {
        buf[at] = '\0';
        return size;
    }
    return at + (size_t)written;
}

static size_t put_zone(char *buf, size_t size, size_t at, int16_t zone)
{
    if (zone == STM_NO_ZONE)
        return at;
    if (!zone)
        return put(buf, size, at, snprintf(buf + at, size - at, "Z"));
    int m = zone < 0 ? -zone : zone;
    return put(buf, size, at,
               snprintf(buf + at, size - at, "%c%02d:%02d",
                        zone < 0 ? '-' : '+', m / 60 % 100, m % 60));
}

size_t stm_date_format(const stm_date *d, char *buf, size_t size)
{
    if (!size)
        return 0;
    buf[0] = '\0';
    if (!d->year)
        return 0;
    size_t n = put(buf, size, 0, snprintf(buf, size, "%04d", d->year));
    if (n < size && d->month)
        n = put(buf, size, n, snprintf(buf + n, size - n, "-%02d", d->month));
    bool day = d->month && d->day;
    if (n < size && day)
        n = put(buf, size, n, snprintf(buf + n, size - n, "-%02d", d->day));
    bool time = day && d->hour >= 0 && d->minute >= 0;
    if (n < size && time)
        n = put(buf, size, n,
                snprintf(buf + n, size - n, "T%02d:%02d", d->hour, d->minute));
    /* seconds always: "13:20:00-04:00" is what most readers of ISO expect */
    if (n < size && time)
        n = put(buf, size, n,
                snprintf(buf + n, size - n, ":%02d",
                         d->second < 0 ? 0 : d->second));
    if (n < size && time)
        n = put_zone(buf, size, n, d->zone);
    if (n >= size) { /* no half dates */
        buf[0] = '\0';
        return 0;
    }
    return n;
}
