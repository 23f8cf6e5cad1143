/* The latest day that a text names with its year, as signed talk, news and
 * lists of events do: a text does not speak of days to come as often as of days
 * past. */
#include "base/str.h"
#include "relate/next_number.h"
#include "relate/next_number.h"
#include "relate/states.h"
#include "relate/year.h"

/* First letters of months, as folded, in languages of Europe. */
static uint32_t month_of(stm_str w)
{
    static const struct {
        char start[4];
        uint8_t month;
    } months[] = {
        {"jan", 1},  {"ene", 1},  {"feb", 2},  {"mar", 3},  {"apr", 4},
        {"abr", 4},  {"may", 5},  {"mai", 5},  {"mag", 5},  {"jun", 6},
        {"jul", 7},  {"aug", 8},  {"ago", 8},  {"sep", 9},  {"oct", 10},
        {"okt", 10}, {"nov", 11}, {"dec", 12}, {"dez", 12}, {"dic", 12},
    };
    if (w.len < 3 || w.len > 9)
        return 0;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        if (stm_str_starts(w, (stm_str){months[i].start, 3}))
            return months[i].month;
    return 0;
}

static uint32_t day_of(stm_str w)
{
    uint32_t day = 0;
    for (size_t i = 0; i < w.len && i < 2 && stm_ascii_digit(w.ptr[i]); i++)
        day = day * 10 + (uint32_t)(w.ptr[i] - '0');
    return day <= 31 ? day : 0;
}

/* In years, as a fraction; 0 where the year at `i` stands without a month. */
static double date_at(const stm_case *c, const stm_text *t, uint32_t i,
                      uint32_t year)
{
    for (uint32_t back = 1; back <= 2 && back <= i; back++) {
        uint32_t at = i - back;
        uint32_t month = month_of(stm_lexicon_word(c->lex, t->word[at]));
        if (!month)
            continue;
        uint32_t beside = back == 2 ? i - 1 : at ? at - 1 : at;
        uint32_t day = day_of(stm_lexicon_word(c->lex, t->word[beside]));
        return year + (month - 1 + day / 32.0) / 12;
    }
    return 0;
}

void stm_relate__state_days(const stm_case *c, int side, double *amount)
{
    const stm_text *t = c->f.side[side].t;
    for (uint32_t i = stm_relate__next_number(t, 0); i < t->count;
         i = stm_relate__next_number(t, i + 1)) {
        uint32_t year = stm_relate__year(stm_lexicon_word(c->lex, t->word[i]));
        double date = year ? date_at(c, t, i, year) : 0;
        if (date > amount[STM_STATE_DAYS])
            amount[STM_STATE_DAYS] = date;
    }
}
