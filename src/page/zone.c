/* Names of zones say little by themselves: "IST" is India's here, not
 * Ireland's or Israel's; "BST" is Britain's summer; "CST" and "CT" are North
 * America's. Pages that mean others mostly give an offset. */
#include "page/zone.h"

#include "base/str.h"

enum { FIXED, US }; /* daylight saving that the name leaves open */

static const struct {
    char name[6];
    uint8_t rule;
    int16_t minutes;
} zones[] = {
    {"ET", US, -300},      {"CT", US, -360},      {"MT", US, -420},
    {"PT", US, -480},      {"EST", FIXED, -300},  {"EDT", FIXED, -240},
    {"CST", FIXED, -360},  {"CDT", FIXED, -300},  {"MST", FIXED, -420},
    {"MDT", FIXED, -360},  {"PST", FIXED, -480},  {"PDT", FIXED, -420},
    {"AKST", FIXED, -540}, {"AKDT", FIXED, -480}, {"HST", FIXED, -600},
    {"AST", FIXED, -240},  {"ADT", FIXED, -180},  {"NST", FIXED, -210},
    {"NDT", FIXED, -150},  {"BRT", FIXED, -180},  {"ART", FIXED, -180},
    {"CLT", FIXED, -240},  {"COT", FIXED, -300},  {"PET", FIXED, -300},
    {"GMT", FIXED, 0},     {"UTC", FIXED, 0},     {"WET", FIXED, 0},
    {"BST", FIXED, 60},    {"WEST", FIXED, 60},   {"CET", FIXED, 60},
    {"MEZ", FIXED, 60},    {"WAT", FIXED, 60},    {"CEST", FIXED, 120},
    {"MESZ", FIXED, 120},  {"EET", FIXED, 120},   {"CAT", FIXED, 120},
    {"SAST", FIXED, 120},  {"EEST", FIXED, 180},  {"MSK", FIXED, 180},
    {"МСК", FIXED, 180},   {"EAT", FIXED, 180},   {"TRT", FIXED, 180},
    {"GST", FIXED, 240},   {"PKT", FIXED, 300},   {"IST", FIXED, 330},
    {"ICT", FIXED, 420},   {"WIB", FIXED, 420},   {"HKT", FIXED, 480},
    {"SGT", FIXED, 480},   {"AWST", FIXED, 480},  {"JST", FIXED, 540},
    {"KST", FIXED, 540},   {"ACST", FIXED, 570},  {"ACDT", FIXED, 630},
    {"AEST", FIXED, 600},  {"AEDT", FIXED, 660},  {"NZST", FIXED, 720},
    {"NZDT", FIXED, 780},
};

/* Day of the month of the `n`th Sunday (from 1), or of the last (0). */
static int sunday(int16_t year, uint8_t month, int n)
{
    stm_date first = {year, month, 1, -1, -1, -1, STM_NO_ZONE};
    int day = 1 + (7 - stm_date_weekday(&first)) % 7;
    if (n)
        return day + 7 * (n - 1);
    int length = month == 4 ? 30 : 31; /* April and October only */
    return day + (length - day) / 7 * 7;
}

/* Whether the clocks of the United States are forward on the day of `d` (and,
 * on the day of a change, at its hour). */
static bool us_summer(const stm_date *d)
{
    if (!d->month || !d->day || d->year < 1967)
        return false;
    bool now = d->year >= 2007;
    uint8_t first = now ? 3 : 4, last = now ? 11 : 10;
    int begin = now ? sunday(d->year, 3, 2)
                    : sunday(d->year, 4, d->year >= 1987 ? 1 : 0);
    int end = now ? sunday(d->year, 11, 1) : sunday(d->year, 10, 0);
    if (d->month == first && d->day == begin)
        return d->hour >= 2;
    if (d->month == last && d->day == end)
        return d->hour >= 0 && d->hour < 2;
    int at = d->month * 32 + d->day;
    return at > first * 32 + begin && at < last * 32 + end;
}

static bool is_letter(char c)
{
    char l = stm_ascii_lower(c);
    unsigned char lead = (unsigned char)c;
    /* of two bytes: Latin, Greek, Cyrillic; longer ones are mostly signs */
    return (l >= 'a' && l <= 'z') || (lead >= 0x80 && lead < 0xe0);
}

/* Behind the name stands no letter, or the next element: "ETShare". */
static bool ends_name(stm_str s, size_t n)
{
    if (n == s.len || !is_letter(s.ptr[n]))
        return true;
    return n + 1 < s.len && s.ptr[n] >= 'A' && s.ptr[n] <= 'Z' &&
           s.ptr[n + 1] >= 'a' && s.ptr[n + 1] <= 'z';
}

/* "+2", "+02", "+0200", "+02:00", "−5"; whole hours up to 14. */
static size_t offset(stm_str s, int16_t *minutes)
{
    size_t i = 1, from;
    int sign = 1, hours = 0, rest = 0;
    if (s.len > 3 && !memcmp(s.ptr, "\u2212", 3))
        sign = -1, i = 3;
    else if (s.len && s.ptr[0] == '-')
        sign = -1;
    else if (!s.len || s.ptr[0] != '+')
        return 0;
    for (from = i; i < s.len && i < from + 2 && stm_ascii_digit(s.ptr[i]); i++)
        hours = hours * 10 + s.ptr[i] - '0';
    if (i == from)
        return 0;
    size_t j = i < s.len && s.ptr[i] == ':' ? i + 1 : i;
    if ((i == from + 2 || j > i) && s.len - j >= 2 &&
        stm_ascii_digit(s.ptr[j]) && stm_ascii_digit(s.ptr[j + 1])) {
        rest = (s.ptr[j] - '0') * 10 + s.ptr[j + 1] - '0';
        i = j + 2;
    }
    if (hours > 14 || rest > 59 || (i < s.len && stm_ascii_digit(s.ptr[i])))
        return 0;
    *minutes = (int16_t)(sign * (hours * 60 + rest));
    return i;
}

static size_t named(stm_str s, const stm_date *when, int16_t *minutes)
{
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        if (!s.len || s.ptr[0] != zones[i].name[0])
            continue;
        size_t n = strlen(zones[i].name);
        if (!stm_str_starts(s, stm_str_of(zones[i].name)) || !ends_name(s, n))
            continue;
        bool summer = zones[i].rule == US && us_summer(when);
        *minutes = (int16_t)(zones[i].minutes + (summer ? 60 : 0));
        return n;
    }
    return 0;
}

size_t stm_page__zone(stm_str s, const stm_date *when, int16_t *minutes)
{
    if (s.len && s.ptr[0] == 'Z' && (s.len == 1 || !is_letter(s.ptr[1]))) {
        *minutes = 0;
        return 1;
    }
    size_t n = named(s, when, minutes);
    if (!n)
        return offset(s, minutes);
    if (*minutes == 0) {
        stm_str rest = {s.ptr + n, s.len - n};
        size_t blank = rest.len && rest.ptr[0] == ' ';
        rest.ptr += blank;
        rest.len -= blank;
        size_t more = offset(rest, minutes);
        if (more)
            return n + blank + more;
    }
    return n;
}
