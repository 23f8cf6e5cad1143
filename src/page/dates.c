/* Every number and every name of a month may start a date; what stands before
 * and behind it says whether it does. */
#include "page/dates.h"

#include "page/chars.h"
#include "page/date_forms.h"
#include "page/months.h"
#include "page/times.h"

/* A number right behind "12." or "1/" is a part of something else. */
static bool is_loose(const char *start, const char *p)
{
    return p - start < 2 || !strchr("./-:", p[-1]) || !stm_ascii_digit(p[-2]);
}

static bool goes_on(stm_cursor c)
{
    unsigned char last = (unsigned char)c.p[-1];
    if (last >= '0' && c.p < c.end && stm_ascii_digit(*c.p))
        return false; /* a glued year, or a sign for "day" */
    stm_token t = stm_page__token(&c), next = stm_page__peek(c);
    if (t.mark == '-' && stm_page__is_clock(c))
        return false;
    return !t.blank && !next.blank &&
           (t.kind == STM_TOKEN_NUMBER ||
            ((t.mark == '/' || t.mark == '-' || t.mark == '.') &&
             next.kind == STM_TOKEN_NUMBER));
}

/* What was read since the last thing that belongs to no date. */
typedef struct before {
    const char *start; /* of a weekday or a time */
    bool weekday, time;
    stm_str day; /* the weekday's name */
    stm_date clock;
} before;

static void remember(before *b, const stm_token *t, unsigned named,
                     stm_cursor *c)
{
    stm_cursor x = {t->text.ptr, c->end};
    stm_date clock = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    if (t->kind == STM_TOKEN_NUMBER && stm_page__time(&x, &clock)) {
        *b = (before){.start = t->text.ptr, .time = true, .clock = clock};
        *c = x;
        return;
    }
    if (named == STM_WEEKDAY) {
        b->start = b->start ? b->start : t->text.ptr;
        b->weekday = true;
        b->day = t->text;
        return;
    }
    bool link = t->mark == ',' || t->mark == '.' || t->mark == '-' ||
                t->mark == '|' || t->mark == 0xb7 || t->mark == 0x2013 ||
                (t->kind == STM_TOKEN_WORD && t->text.len <= 3);
    if (!link)
        *b = (before){0};
}

/* 0 for Sunday; -1 for a name that is not English. */
static int weekday_of(stm_str name)
{
    static const char *const names[] = {"sun", "mon", "tue", "wed",
                                        "thu", "fri", "sat"};
    for (int i = 0; i < 7 && name.len >= 3; i++)
        if (stm_str_eq_nocase((stm_str){name.ptr, 3}, stm_str_of(names[i])))
            return i;
    return -1;
}

/* "Thu, 01/12/2012" reads one way only: the twelfth of January is one. */
static void ask_weekday(stm_found_date *out, stm_str name)
{
    stm_date other = out->date;
    int wanted = weekday_of(name);
    if (!out->unclear || wanted < 0)
        return;
    other.day = out->date.month;
    other.month = out->date.day;
    bool as_read = stm_date_weekday(&out->date) == wanted;
    if (as_read == (stm_date_weekday(&other) == wanted))
        return;
    out->unclear = false;
    if (!as_read)
        out->date = other;
}

static void finish(stm_found_date *out, const before *b, stm_cursor c,
                   const char *start, const char *text)
{
    stm_cursor x = c;
    stm_page__skip_mark(&x, '(');
    stm_page__skip_mark(&x, ',');
    stm_token t = stm_page__token(&x);
    out->weekday = b->weekday;
    ask_weekday(out, b->day);
    if (t.kind == STM_TOKEN_WORD && t.text.len > 2 &&
        stm_page__is_weekday(t.text)) {
        out->weekday = true;
        c = x;
    }
    if (t.mark == 0x661f || t.mark == 0x5468 ||
        stm_page__peek(x).mark == 0x66dc)
        out->weekday = true; /* 星期, 周, 曜 */
    if (!stm_page__time_after(&c, &out->date) && b->time) {
        out->date.hour = b->clock.hour;
        out->date.minute = b->clock.minute;
        out->date.second = b->clock.second;
        out->date.zone = b->clock.zone;
        /* once more, now that the day is known */
        stm_cursor again = {b->start, c.end};
        stm_page__time(&again, &out->date);
    }
    out->at.start = (uint32_t)((b->start ? b->start : start) - text);
    out->at.end = (uint32_t)(c.p - text);
}

/* Every date has a number in it: behind the last one, none begins. */
static const char *behind_digits(const char *p, const char *end)
{
    while (p < end && !stm_ascii_digit(end[-1]))
        end--;
    return end;
}

bool stm_page__find_date(stm_found_date *out, stm_str text, size_t from,
                         size_t to, stm_date_order order)
{
    stm_cursor c = {text.ptr + from, text.ptr + to};
    before b = {0};
    const char *last = behind_digits(c.p, c.end);
    while (c.p < last) {
        stm_token t = stm_page__token(&c);
        stm_cursor x = c;
        unsigned named =
            t.kind == STM_TOKEN_WORD ? stm_page__month_or_weekday(t.text) : 0;
        if (is_loose(text.ptr + from, t.text.ptr) &&
            stm_page__date_at(&x, t, named, order, out) && !goes_on(x)) {
            finish(out, &b, x, t.text.ptr, text.ptr);
            return true;
        }
        remember(&b, &t, named, &c);
    }
    return false;
}

bool stm_page__find_time(stm_date *d, stm_range *at, stm_str text, size_t from,
                         size_t to)
{
    stm_cursor c = {text.ptr + from, text.ptr + to};
    for (;;) {
        stm_cursor x = c;
        stm_token t = stm_page__peek(c);
        if (t.kind == STM_TOKEN_END)
            return false;
        if (is_loose(text.ptr + from, t.text.ptr) && stm_page__time(&x, d)) {
            at->start = (uint32_t)(t.text.ptr - text.ptr);
            at->end = (uint32_t)(x.p - text.ptr);
            return true;
        }
        stm_page__token(&c);
    }
}
