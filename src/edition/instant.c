#include "edition/instant.h"

#include "base/str.h"

enum {
    HOUR = 60,
    DAY = 24 * HOUR,
    /* clocks of the world run from twelve hours behind UTC to fourteen ahead */
    EASTMOST = 14 * HOUR,
    WESTMOST = 12 * HOUR
};

/* The date one year, month or day on, as precise as it is. */
static int32_t day_after(const stm_date *d)
{
    stm_date next = *d;
    if (d->day)
        return stm_date_days(d) + 1;
    if (d->month && d->month < 12) {
        next.month++;
    } else {
        next.month = 1;
        next.year++;
    }
    return stm_date_days(&next);
}

stm_edition__instant stm_edition__instant_of(const stm_date *d)
{
    stm_edition__instant at = {(int64_t)stm_date_days(d) * DAY,
                               (int64_t)day_after(d) * DAY - 1};
    if (d->day && d->hour >= 0) {
        at.first += d->hour * HOUR + (d->minute > 0 ? d->minute : 0);
        at.last = at.first + (d->minute >= 0 ? 0 : HOUR - 1);
    }
    bool known = d->zone != STM_NO_ZONE;
    at.first -= known ? d->zone : EASTMOST;
    at.last += known ? -d->zone : WESTMOST;
    return at;
}

/* A number of `digits` digits behind `mark` (0: none) at `*at`; -1 where there
 * is none, and then nothing is read. */
static int read_number(stm_str s, size_t *at, char mark, size_t digits)
{
    size_t from = *at + (mark != 0);
    int n = 0;
    if (s.len < from + digits || (mark && s.ptr[*at] != mark))
        return -1;
    for (size_t i = from; i < from + digits; i++) {
        if (!stm_ascii_digit(s.ptr[i]))
            return -1;
        n = n * 10 + (s.ptr[i] - '0');
    }
    *at = from + digits;
    return n;
}

static int16_t read_zone(stm_str s, size_t at)
{
    if (at < s.len && s.ptr[at] == 'Z')
        return 0;
    bool west = at < s.len && s.ptr[at] == '-';
    int hours = read_number(s, &at, west ? '-' : '+', 2);
    int minutes = hours < 0 ? -1 : read_number(s, &at, ':', 2);
    if (hours < 0 || hours > 14 || minutes > 59)
        return STM_NO_ZONE;
    int all = hours * HOUR + (minutes > 0 ? minutes : 0);
    return (int16_t)(west ? -all : all);
}

stm_date stm_edition__read_date(stm_str s)
{
    stm_date d = {.hour = -1, .minute = -1, .second = -1, .zone = STM_NO_ZONE};
    size_t at = 0;
    int year = read_number(s, &at, 0, 4);
    int month = year < 0 ? -1 : read_number(s, &at, '-', 2);
    int day = month < 0 ? -1 : read_number(s, &at, '-', 2);
    int hour = day < 0 ? -1 : read_number(s, &at, 'T', 2);
    int minute = hour < 0 ? -1 : read_number(s, &at, ':', 2);
    int second = minute < 0 ? -1 : read_number(s, &at, ':', 2);
    if (year < 1 || month > 12 || day > 31 || hour > 23 || minute > 59)
        return (stm_date){.hour = -1, .minute = -1, .second = -1};
    d.year = (int16_t)year;
    d.month = (uint8_t)(month > 0 ? month : 0);
    d.day = (uint8_t)(day > 0 ? day : 0);
    d.hour = (int8_t)hour;
    d.minute = (int8_t)minute;
    d.second = (int8_t)second;
    if (hour >= 0)
        d.zone = read_zone(s, at);
    return d;
}
