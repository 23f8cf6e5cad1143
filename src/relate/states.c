/* Two states of one bare text: nothing dates them, so what editors do to a text
 * has to say which is the later. No single habit is regular enough; many small
 * ones together are, and which of them count depends on the others (a comma
 * more means little where a paragraph was added, much where nothing else
 * changed). So a forest weighs them all, once from either side.
 *
 * For the reader the sum is told in five parts: what each group of signs adds
 * when the groups are shown to the forest one after the other. */
#include "relate/states.h"

#include <math.h>
#include <string.h>

#include "relate/evidence.h"
#include "relate/forest.h"
#include "relate/growth.h"
#include "relate/weights.h"

/* Positive: b is the later. */
static double weigh(const float *sign)
{
    float turned[STM_STATE_SIGNS_ALL];
    for (int i = 0; i < STM_STATE_SIGNS_ALL; i++)
        turned[i] = -sign[i];
    return stm_relate__forest(&stm_relate__states_forest, sign) -
           stm_relate__forest(&stm_relate__states_forest, turned);
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
    return stm_arena_format(
        c->mem,
        "where they differ, a has words and b none at %u "
        "places, b and not a at %u; at its ends a has %u "
        "words of its own, b %u",
        amount(s, 0, STM_STATE_PLACES), amount(s, 1, STM_STATE_PLACES),
        amount(s, 0, STM_STATE_HEAD) + amount(s, 0, STM_STATE_TAIL),
        amount(s, 1, STM_STATE_HEAD) + amount(s, 1, STM_STATE_TAIL));
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

/* The mark whose use differs most. */
static stm_str tell_marks(stm_case *c, const stm_states *s)
{
    static const char *const names[] = {
        "commas",
        "full stops",
        "colons",
        "semicolons",
        "question marks",
        "exclamation marks",
        "quotation marks",
        "apostrophes",
        "opening brackets",
        "closing brackets",
        "square brackets",
        "bars",
        "signs of markup",
        "slashes",
        "asterisks",
        "ampersands",
        "hyphens",
        "dashes",
        "double hyphens",
        "hyphens between spaces",
        "double spaces",
        "spaces at line ends",
        "spaces before a stop",
        "stops without a space",
        "commas in numbers",
        "line breaks",
        "empty lines",
        "characters four times over",
        "language prefixes",
        "bytes beyond ASCII",
    };
    float sign[STM_STATE_SIGNS_ALL];
    int most = STM_STATE_COMMAS;
    stm_relate__state_signs(sign, s);
    for (int i = most + 1; i < STM_STATE_SIGNS_ALL; i++)
        if (fabsf(sign[i]) > fabsf(sign[most]))
            most = i;
    return stm_arena_format(
        c->mem, "they are set differently: %s, %u in a and %u in b",
        names[most - STM_STATE_COMMAS], amount(s, 0, most), amount(s, 1, most));
}

typedef struct part {
    const char *kind;
    int to; /* signs up to this one are shown */
    stm_str (*tell)(stm_case *c, const stm_states *s);
} part;

static const part parts[] = {
    {"growth", STM_STATE_PLACES, tell_growth},
    {"inserts", STM_STATE_OWN_LONG, tell_inserts},
    {"editing", STM_STATE_NUMBERS, tell_editing},
    {"years", STM_STATE_COMMAS, tell_years},
    {"style", STM_STATE_SIGNS_ALL, tell_marks},
};

bool stm_relate__is_of_states(const char *kind)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strcmp(parts[i].kind, kind))
            return true;
    return false;
}

void stm_relate__states(stm_case *c, double weight)
{
    stm_states s;
    float all[STM_STATE_SIGNS_ALL], shown[STM_STATE_SIGNS_ALL] = {0};
    /* nobody ends inside a sentence: what is missing there was cut */
    if (c->f.side[0].broken != c->f.side[1].broken)
        return;
    if (!stm_relate__state_amounts(&s, c)) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__state_signs(all, &s);
    double so_far = 0;
    weight *= 1 - c->f.scribal;
    for (size_t i = 0, from = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t to = (size_t)parts[i].to;
        memcpy(shown + from, all + from, (to - from) * sizeof *all);
        from = to;
        double sum = weigh(shown), nats = weight * fabs(sum - so_far);
        c->asked = parts[i].kind;
        if (nats >= STM_RELATE_FAINT)
            stm_relate__say(c, stm_relate__source(sum < so_far), nats,
                            parts[i].tell(c, &s));
        so_far = sum;
    }
}
