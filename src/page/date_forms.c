/* A handful of patterns. A day is needed: "May 2024" or "16 May" say too little
 * to be the date of a text. */
#include "page/date_forms.h"

#include "page/months.h"
#include "page/times.h"

enum { FIRST_YEAR = 1500, LAST_YEAR = 2199 };

static bool settle(stm_date *d, uint32_t year, uint32_t month, uint32_t day)
{
    static const uint8_t length[12] = {31, 29, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (year < FIRST_YEAR || year > LAST_YEAR || !month || month > 12 || !day ||
        day > length[month - 1] || (month == 2 && day == 29 && !leap))
        return false;
    *d = (stm_date){(int16_t)year, (uint8_t)month, (uint8_t)day, -1, -1, -1,
                    STM_NO_ZONE};
    return true;
}

static bool read_number(stm_cursor *c, stm_token *t, unsigned least,
                        unsigned most)
{
    stm_cursor x = *c;
    *t = stm_page__token(&x);
    if (t->kind != STM_TOKEN_NUMBER || t->digits < least || t->digits > most)
        return false;
    *c = x;
    return true;
}

static bool read_month(stm_cursor *c, uint32_t *month)
{
    stm_cursor x = *c;
    stm_token t = stm_page__token(&x), number;
    if (t.kind != STM_TOKEN_WORD)
        return false;
    *month = stm_page__month(t.text);
    /* Vietnamese numbers its months: "16 tháng 5, 2024" */
    if (!*month && stm_str_eq_nocase(t.text, STM_LIT("tháng")) &&
        read_number(&x, &number, 1, 2))
        *month = number.value;
    if (*month)
        *c = x;
    return *month;
}

/* "2024年5月16日", "2024년 5월 16일": the sign behind a number. */
static bool skip_either(stm_cursor *c, uint32_t a, uint32_t b)
{
    return stm_page__skip_mark(c, a) || stm_page__skip_mark(c, b);
}

static bool year_first(stm_cursor *c, uint32_t year, stm_date *d)
{
    stm_token m, day;
    stm_cursor x = *c;
    if (skip_either(&x, 0x5e74, 0xb144)) {
        if (!read_number(&x, &m, 1, 2) || !skip_either(&x, 0x6708, 0xc6d4) ||
            !read_number(&x, &day, 1, 2))
            return false;
        skip_either(&x, 0x65e5, 0xc77c);
        *c = x;
        return settle(d, year, m.value, day.value);
    }
    stm_token sign = stm_page__token(&x);
    if (sign.mark == '-' || sign.mark == '/' || sign.mark == '.') {
        if (!read_number(&x, &m, 1, 2) || !stm_page__skip_mark(&x, sign.mark) ||
            !read_number(&x, &day, 1, 2))
            return false;
        *c = x;
        return settle(d, year, m.value, day.value);
    }
    return false;
}

/* "2024 May 16", "2024. május 16." */
static bool year_then_name(stm_cursor *c, uint32_t year, stm_date *d)
{
    stm_token day;
    uint32_t month;
    if (!stm_page__skip_mark(c, '.') && !stm_page__skip_mark(c, '-'))
        stm_page__skip_mark(c, ',');
    return read_month(c, &month) &&
           (stm_page__skip_mark(c, '-') || stm_page__skip_mark(c, '.') ||
            true) &&
           read_number(c, &day, 1, 2) && settle(d, year, month, day.value);
}

static uint32_t whole_year(stm_token t)
{
    if (t.digits == 4)
        return t.value;
    return t.value + (t.value < 70 ? 2000 : 1900);
}

bool stm_page__is_clock(stm_cursor c)
{
    stm_token t;
    return read_number(&c, &t, 2, 2) && stm_page__skip_mark(&c, ':') &&
           read_number(&c, &t, 2, 2);
}

/* A year with the next number glued to it: "20236:01", "20245 min". */
static bool read_glued_year(stm_cursor *c, uint32_t *year)
{
    stm_token t = stm_page__peek(*c);
    if (t.kind != STM_TOKEN_NUMBER || t.digits < 5 || t.digits > 6 ||
        t.text.ptr[0] != '2' || t.text.ptr[1] != '0')
        return false;
    c->p = t.text.ptr + 4;
    *year = 2000 + (uint32_t)(t.text.ptr[2] - '0') * 10 +
            (uint32_t)(t.text.ptr[3] - '0');
    return true;
}

/* The year of a date in numbers; with a time glued to it: "201118:56". */
static bool read_last_year(stm_cursor *c, stm_token *t)
{
    stm_cursor x = *c;
    if (read_number(c, t, 2, 4))
        return t->digits != 3;
    *t = stm_page__peek(x);
    t->digits = 4;
    if (!read_glued_year(&x, &t->value) || !stm_page__is_clock(x))
        return false;
    *c = x;
    return true;
}

/* "16.05.2024", "5/16/24", "16-05-2024". */
static bool numeric(stm_cursor *c, stm_token first, stm_date_order order,
                    stm_found_date *out)
{
    stm_cursor x = *c;
    stm_token sign = stm_page__token(&x), second, year;
    if (sign.mark != '.' && sign.mark != '/' && sign.mark != '-')
        return false;
    if (!read_number(&x, &second, 1, 2) ||
        !stm_page__skip_mark(&x, sign.mark) || !read_last_year(&x, &year))
        return false;
    bool blanks = sign.blank || second.blank || year.blank;
    if (sign.mark != '.' && blanks)
        return false;
    /* "1.2.24" is a chapter or a version before it is a day */
    if (year.digits == 2 && (sign.mark == '-' || blanks ||
                             (sign.mark == '.' && second.digits == 1)))
        return false;
    uint32_t a = first.value, b = second.value;
    bool month_first = b > 12;
    out->unclear = a <= 12 && b <= 12 && a != b;
    if (sign.mark == '/' && a <= 12 && b <= 12)
        month_first = order == STM_MONTH_FIRST;
    if (sign.mark == '.' && month_first && year.digits == 2)
        return false;
    if (a > 12 || b > 12)
        out->shows = month_first ? STM_SHOWS_MONTH_FIRST : STM_SHOWS_DAY_FIRST;
    *c = x;
    return settle(&out->date, whole_year(year), month_first ? a : b,
                  month_first ? b : a);
}

static bool is_one_of(stm_str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (stm_str_eq_nocase(word, stm_str_of(list[i])))
            return true;
    return false;
}

static void skip_ordinal(stm_cursor *c)
{
    static const char *const endings[] = {"st", "nd", "rd", "th",
                                          "er", "o",  "e"};
    stm_cursor x = *c;
    stm_token t = stm_page__token(&x);
    if (t.blank)
        return;
    if (t.mark == '.' || t.mark == 0xba || t.mark == 0xb0 ||
        (t.kind == STM_TOKEN_WORD && t.text.len <= 2 &&
         is_one_of(t.text, endings, sizeof endings / sizeof *endings)))
        *c = x;
}

/* What may stand between the parts of a date in words. */
static bool is_joint(stm_token t)
{
    static const char *const words[] = {"de", "del", "of", "năm"};
    if (t.kind == STM_TOKEN_WORD)
        return t.text.len <= 4 &&
               is_one_of(t.text, words, sizeof words / sizeof *words);
    return t.kind == STM_TOKEN_MARK &&
           (t.mark == ',' || t.mark == '.' || t.mark == '-' || t.mark == '/');
}

static void skip_joints(stm_cursor *c)
{
    stm_cursor x = *c;
    while (is_joint(stm_page__token(&x)))
        *c = x;
}

/* The year behind day and month; "'24" too. */
static bool read_year(stm_cursor *c, uint32_t *year)
{
    stm_token t;
    skip_joints(c);
    if (read_glued_year(c, year))
        return true;
    bool short_form =
        stm_page__skip_mark(c, '\'') || stm_page__skip_mark(c, 0x2019);
    if (!read_number(c, &t, short_form ? 2 : 4, short_form ? 2 : 4))
        return false;
    *year = whole_year(t);
    return true;
}

/* Two digits are a year where a time or nothing follows: "3 Jan 12, 06:15". */
static bool read_short_year(stm_cursor *c, uint32_t *year)
{
    enum { LAST = 29 };
    stm_token t;
    stm_cursor x = *c;
    if (!read_number(&x, &t, 2, 2) || t.value > LAST)
        return false;
    stm_cursor behind = x;
    if (!stm_page__skip_mark(&behind, ','))
        stm_page__skip_mark(&behind, '(');
    if (stm_page__peek(x).kind != STM_TOKEN_END && !stm_page__is_clock(behind))
        return false;
    *c = x;
    *year = whole_year(t);
    return true;
}

static bool day_first(stm_cursor *c, uint32_t day, stm_date *d)
{
    uint32_t month, year;
    skip_ordinal(c);
    skip_joints(c);
    return read_month(c, &month) &&
           (read_year(c, &year) || read_short_year(c, &year)) &&
           settle(d, year, month, day);
}

static bool month_first(stm_cursor *c, uint32_t month, stm_date *d)
{
    uint32_t year;
    stm_token day;
    stm_page__skip_mark(c, '.');
    if (!read_number(c, &day, 1, 2))
        return false;
    skip_ordinal(c);
    stm_cursor x = *c;
    if (read_year(&x, &year)) {
        *c = x;
        return settle(d, year, month, day.value);
    }
    /* as C prints it: "Thu May 16 13:20:00 EDT 2024" */
    stm_date clock = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    if (!stm_page__time(c, &clock) || !read_year(c, &year) ||
        !settle(d, year, month, day.value))
        return false;
    d->hour = clock.hour;
    d->minute = clock.minute;
    d->second = clock.second;
    d->zone = clock.zone;
    return true;
}

/* Japan counts the years of an era: 令和6年5月16日 is 2024. `c` stands behind
 * the first sign of its name. */
static bool era_date(stm_cursor *c, uint32_t first, stm_date *d)
{
    static const struct {
        uint16_t name[2], before; /* its first year */
    } eras[] = {{{0x4ee4, 0x548c}, 2018},
                {{0x5e73, 0x6210}, 1988},
                {{0x662d, 0x548c}, 1925}};
    stm_token year;
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        if (eras[i].name[0] != first ||
            !stm_page__skip_mark(c, eras[i].name[1]))
            continue;
        if (stm_page__skip_mark(c, 0x5143)) /* 元: the first */
            year.value = 1;
        else if (!read_number(c, &year, 1, 2))
            return false;
        return stm_page__peek(*c).mark == 0x5e74 &&
               year_first(c, eras[i].before + year.value, d);
    }
    return false;
}

bool stm_page__date_at(stm_cursor *c, stm_token t, unsigned named,
                       stm_date_order order, stm_found_date *out)
{
    stm_cursor start = *c;
    out->unclear = false;
    out->shows = STM_SHOWS_NO_ORDER;
    if (t.kind == STM_TOKEN_WORD)
        return named && named != STM_WEEKDAY && t.text.len > 2 &&
               month_first(c, named, &out->date);
    if (t.kind == STM_TOKEN_MARK)
        return era_date(c, t.mark, &out->date);
    if (t.kind != STM_TOKEN_NUMBER)
        return false;
    if (t.digits == 4 && year_first(c, t.value, &out->date))
        return true;
    if (t.digits == 4) {
        *c = start;
        return year_then_name(c, t.value, &out->date);
    }
    if (t.digits > 2)
        return false;
    if (numeric(c, t, order, out))
        return true;
    *c = start;
    return day_first(c, t.value, &out->date);
}
