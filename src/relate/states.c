/* Two states of one bare text: nothing dates them, so what editors do to a text
 * has to say which is the later. No single habit is regular enough; many small
 * ones together are. Each adds what it is worth to the log-odds: its sign,
 * bounded so that no excess of one habit outweighs all others, times a weight
 * (logistic regression, fitted by bench/fit/states_fit.py).
 *
 * For the reader the sum is told in five parts. */
#include "relate/states.h"

#include <math.h>
#include <string.h>

#include "relate/evidence.h"
#include "relate/growth.h"
#include "relate/weights.h"

#include "relate/states.inc"

_Static_assert(sizeof weights / sizeof *weights == STM_STATE_SIGNS_ALL,
               "a weight for every sign");

/* What each sign adds; positive: b is the later. */
static void weigh(double out[STM_STATE_SIGNS_ALL], const stm_states *s)
{
    float sign[STM_STATE_SIGNS_ALL];
    stm_relate__state_signs(sign, s);
    for (int i = 0; i < STM_STATE_SIGNS_ALL; i++)
        out[i] = weights[i].weight *
                 stm_relate__state_bound(sign[i] / weights[i].scale);
}

static unsigned amount(const stm_states *s, int side, int sign)
{
    return (unsigned)(s->amount[side][sign] + .5);
}

static stm_str tell_growth(stm_case *c, const stm_states *s)
{
    unsigned a = amount(s, 0, STM_STATE_FRESH);
    unsigned b = amount(s, 1, STM_STATE_FRESH);
    return b > a ? stm_relate__growth_text(c, 1, b, a)
                 : stm_relate__growth_text(c, 0, a, b);
}

static stm_str tell_inserts(stm_case *c, const stm_states *s)
{
    const stm_party *a = &c->f.side[0], *b = &c->f.side[1];
    return stm_arena_format(
        c->mem,
        "where they differ, a has words and b none at %u places, %u of them "
        "whole sentences, b and not a at %u, %u of them sentences; at its "
        "ends a has %u words of its own, b %u",
        amount(s, 0, STM_STATE_PLACES), amount(s, 0, STM_STATE_SENTENCES),
        amount(s, 1, STM_STATE_PLACES), amount(s, 1, STM_STATE_SENTENCES),
        a->head + a->tail, b->head + b->tail);
}

static stm_str tell_editing(stm_case *c, const stm_states *s)
{
    return stm_arena_format(
        c->mem,
        "of words that they spell differently %u are the usual ones in a and "
        "%u in b; among its own words a has %u long ones, b %u",
        amount(s, 0, STM_STATE_SPELT), amount(s, 1, STM_STATE_SPELT),
        amount(s, 0, STM_STATE_OWN_LONG), amount(s, 1, STM_STATE_OWN_LONG));
}

static stm_str tell_years(stm_case *c, const stm_states *s)
{
    return stm_arena_format(
        c->mem,
        "a has %u numbers, %u of them years, up to %u; b has %u, %u and %u",
        amount(s, 0, STM_STATE_NUMBERS), amount(s, 0, STM_STATE_YEARS),
        amount(s, 0, STM_STATE_LATEST), amount(s, 1, STM_STATE_NUMBERS),
        amount(s, 1, STM_STATE_YEARS), amount(s, 1, STM_STATE_LATEST));
}

/* The mark that says most. */
static stm_str tell_marks(stm_case *c, const stm_states *s)
{
    static const char *const names[] = {
        "colons",
        "question marks",
        "exclamation marks",
        "apostrophes",
        "square brackets",
        "signs of markup",
        "hyphens",
        "dashes",
        "double hyphens",
        "hyphens between spaces",
        "spaces at line ends",
        "stops without a space",
        "commas in numbers",
        "line breaks",
        "empty lines",
        "bytes beyond ASCII",
        "more commas between the same words",
        "more quotation marks between the same words",
        "more closing brackets between the same words",
        "wider spaces between the same words",
        "spaces at the same line ends",
        "more empty lines between the same lines",
        "more bytes beyond ASCII between the same words",
        "more marks between the same words",
    };
    _Static_assert(sizeof names / sizeof *names ==
                       STM_STATE_SIGNS_ALL - STM_STATE_COLONS,
                   "every mark has a name");
    double adds[STM_STATE_SIGNS_ALL];
    int most = STM_STATE_COLONS;
    weigh(adds, s);
    for (int i = most + 1; i < STM_STATE_SIGNS_ALL; i++)
        if (fabs(adds[i]) > fabs(adds[most]))
            most = i;
    return stm_arena_format(
        c->mem, "they are set differently: %s, %u in a and %u in b",
        names[most - STM_STATE_COLONS], amount(s, 0, most), amount(s, 1, most));
}

typedef struct part {
    const char *kind;
    int to; /* ends before this sign */
    stm_str (*tell)(stm_case *c, const stm_states *s);
} part;

static const part parts[] = {
    {"growth", STM_STATE_PLACES, tell_growth},
    {"inserts", STM_STATE_OWN_LONG, tell_inserts},
    {"editing", STM_STATE_NUMBERS, tell_editing},
    {"years", STM_STATE_COLONS, tell_years},
    {"style", STM_STATE_SIGNS_ALL, tell_marks},
};

bool stm_relate__is_of_states(const char *kind)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strcmp(parts[i].kind, kind))
            return true;
    return false;
}

static void say(stm_case *c, const part *p, double sum, const stm_states *s)
{
    c->asked = p->kind;
    if (fabs(sum) >= STM_RELATE_FAINT)
        stm_relate__say(c, stm_relate__source(sum < 0), fabs(sum),
                        p->tell(c, s));
}

void stm_relate__states(stm_case *c, double weight)
{
    stm_states s;
    double adds[STM_STATE_SIGNS_ALL];
    /* nobody ends inside a sentence: what is missing there was cut */
    if (c->f.side[0].broken != c->f.side[1].broken)
        return;
    if (!stm_relate__state_amounts(&s, c)) {
        c->out_of_memory = true;
        return;
    }
    weigh(adds, &s);
    weight *= 1 - c->f.scribal;
    for (size_t i = 0, from = 0; i < sizeof parts / sizeof *parts; i++) {
        double sum = 0;
        for (; from < (size_t)parts[i].to; from++)
            sum += weight * adds[from];
        say(c, &parts[i], sum, &s);
    }
}
