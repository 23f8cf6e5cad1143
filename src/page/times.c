#include "page/times.h"

#include "base/str.h"
#include "page/zone.h"

typedef enum half { NO_HALF, MORNING, AFTERNOON } half;

static half half_of(stm_token t)
{
    if (t.kind != STM_TOKEN_WORD)
        return NO_HALF;
    if (stm_str_eq_nocase(t.text, STM_LIT("am")))
        return MORNING;
    return stm_str_eq_nocase(t.text, STM_LIT("pm")) ? AFTERNOON : NO_HALF;
}

/* "pm", "p.m.", "P. M." */
static half read_half(stm_cursor *c)
{
    stm_cursor x = *c;
    stm_token t = stm_page__token(&x);
    half h = half_of(t);
    bool points = !h;
    if (!h && t.kind == STM_TOKEN_WORD && t.text.len == 1) {
        char l = stm_ascii_lower(t.text.ptr[0]);
        if (l == 'a')
            h = MORNING;
        if (l == 'p')
            h = AFTERNOON;
        if (!h || !stm_page__skip_mark(&x, '.') ||
            !stm_page__skip_word(&x, "m"))
            return NO_HALF;
    }
    if (!h)
        return NO_HALF;
    *c = x;
    if (points && stm_page__peek(*c).mark == '.' && !stm_page__peek(*c).blank)
        stm_page__skip_mark(c, '.');
    return h;
}

/* 上午 and 午前, 下午 and 午後 before the hour. */
static half read_half_before(stm_cursor *c)
{
    stm_cursor x = *c;
    stm_token a = stm_page__token(&x), b = stm_page__token(&x);
    if (a.kind != STM_TOKEN_MARK || b.kind != STM_TOKEN_MARK)
        return NO_HALF;
    half h = NO_HALF;
    if ((a.mark == 0x4e0a && b.mark == 0x5348) ||
        (a.mark == 0x5348 && b.mark == 0x524d))
        h = MORNING;
    if ((a.mark == 0x4e0b && b.mark == 0x5348) ||
        (a.mark == 0x5348 && b.mark == 0x5f8c))
        h = AFTERNOON;
    if (h)
        *c = x;
    return h;
}

typedef struct clock {
    uint32_t hour, minute, second;
    bool seconds, point, marked; /* "1.20"; "1h20", "1:20" */
} clock;

static bool read_two(stm_cursor *c, uint32_t *value)
{
    stm_token t = stm_page__peek(*c);
    if (t.kind != STM_TOKEN_NUMBER || t.digits != 2 || t.value > 59)
        return false;
    stm_page__token(c);
    *value = t.value;
    return true;
}

/* Fractions of seconds are read and dropped. */
static void read_seconds(stm_cursor *c, clock *k)
{
    stm_cursor x = *c;
    if (!stm_page__skip_mark(&x, ':') || !read_two(&x, &k->second))
        return;
    k->seconds = true;
    *c = x;
    if (stm_page__skip_mark(&x, '.') &&
        stm_page__peek(x).kind == STM_TOKEN_NUMBER &&
        !stm_page__peek(x).blank) {
        stm_page__token(&x);
        *c = x;
    }
}

/* The sign between hour and minute, if any, and the minute. */
static void read_minute(stm_cursor *c, clock *k)
{
    stm_cursor x = *c;
    stm_token sign = stm_page__token(&x);
    bool colon = sign.mark == ':' || sign.mark == 0xff1a;
    bool hours = sign.mark == 0x65f6 || sign.mark == 0x6642 ||
                 sign.mark == 0x70b9 || sign.mark == 0xc2dc ||
                 (sign.kind == STM_TOKEN_WORD &&
                  (stm_str_eq_nocase(sign.text, STM_LIT("h")) ||
                   stm_str_eq(sign.text, STM_LIT("ч"))));
    k->point = sign.mark == '.' && !sign.blank;
    if (!colon && !hours && !k->point)
        return;
    if (k->point && stm_page__peek(x).blank) {
        k->point = false;
        return;
    }
    if (!read_two(&x, &k->minute)) {
        k->point = false;
        k->marked = hours; /* "14 h" */
        if (hours)
            *c = x;
        return;
    }
    k->marked = !k->point;
    *c = x;
    read_seconds(c, k);
    if (hours &&
        (stm_page__skip_mark(c, 0x5206) || stm_page__skip_mark(c, 0xbd84)))
        return;
}

/* Steps over the next token if it is one of these words. */
static bool skip_one_of(stm_cursor *c, const char *const *words, size_t count)
{
    stm_cursor x = *c;
    stm_token t = stm_page__token(&x);
    for (size_t i = 0; t.kind == STM_TOKEN_WORD && i < count; i++)
        if (stm_str_eq_nocase(t.text, stm_str_of(words[i]))) {
            *c = x;
            return true;
        }
    return false;
}

static bool skip_clock_word(stm_cursor *c)
{
    static const char *const words[] = {"uhr", "hrs", "h", "uur"};
    return skip_one_of(c, words, sizeof words / sizeof *words);
}

static void read_zone(stm_cursor *c, stm_date *d)
{
    stm_cursor x = *c;
    bool bracket = stm_page__skip_mark(&x, '(');
    stm_token t = stm_page__peek(x);
    stm_str rest = {t.text.ptr, (size_t)(x.end - t.text.ptr)};
    int16_t minutes;
    size_t n = stm_page__zone(rest, d, &minutes);
    /* "13:20 -05" could be the start of a range of hours */
    bool sign = n && (rest.ptr[0] == '+' || rest.ptr[0] == '-');
    if (!n || (sign && n < 5 && t.blank))
        return;
    d->zone = minutes;
    x.p = rest.ptr + n;
    if (bracket)
        stm_page__skip_mark(&x, ')');
    *c = x;
}

static bool settle(const clock *k, half h, stm_date *d)
{
    uint32_t hour = k->hour;
    if (h && hour <= 12)
        hour = hour % 12 + (h == AFTERNOON ? 12 : 0);
    if (hour > 23)
        return false;
    d->hour = (int8_t)hour;
    d->minute = (int8_t)k->minute;
    d->second = (int8_t)(k->seconds ? (int)k->second : -1);
    d->zone = STM_NO_ZONE;
    return true;
}

/* "5" is no time, "5.20" may be money: both need a word before or behind, or
 * the name of a zone. */
static bool read_time(stm_cursor *c, stm_date *d, bool announced)
{
    stm_cursor x = *c;
    half h = read_half_before(&x);
    stm_token t = stm_page__token(&x);
    if (t.kind != STM_TOKEN_NUMBER || t.digits > 2)
        return false;
    clock k = {.hour = t.value};
    read_minute(&x, &k);
    half after = read_half(&x);
    h = h ? h : after;
    bool sure =
        (!h && skip_clock_word(&x)) || h || k.marked || (announced && k.point);
    stm_date with = *d;
    if ((!sure && !k.point) || !settle(&k, h, &with))
        return false;
    read_zone(&x, &with);
    if (!sure && !(k.point && with.zone != STM_NO_ZONE))
        return false;
    *d = with;
    *c = x;
    return true;
}

bool stm_page__time(stm_cursor *c, stm_date *d)
{
    return read_time(c, d, false);
}

/* Steps over what may stand between a day and its time; `word` is set where it
 * announces one. */
static bool skip_between(stm_cursor *c, bool *word)
{
    static const char *const words[] = {"at", "t",    "um",  "a",  "las",
                                        "la", "alle", "ore", "kl", "om",
                                        "o",  "klo",  "ob"};
    static const uint32_t marks[] = {',', '|',  '-',    '(',    ':',    '/',
                                     '@', 0xb7, 0x2013, 0x2014, 0x2022, '.'};
    static const char *const others[] = {"à", "às", "в", "г", "года"};
    if (skip_one_of(c, words, sizeof words / sizeof *words))
        return *word = true;
    stm_cursor x = *c;
    stm_token next = stm_page__token(&x);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (next.kind == STM_TOKEN_MARK && next.mark == marks[i]) {
            *c = x;
            return true;
        }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (stm_str_eq(next.text, stm_str_of(others[i]))) {
            *c = x;
            return *word = true;
        }
    return false;
}

bool stm_page__time_after(stm_cursor *c, stm_date *d)
{
    enum { MOST_BETWEEN = 4 };
    stm_cursor x = *c;
    bool word = false;
    for (int i = 0; i <= MOST_BETWEEN; i++) {
        if (read_time(&x, d, word)) {
            *c = x;
            return true;
        }
        if (!skip_between(&x, &word))
            return false;
    }
    return false;
}
