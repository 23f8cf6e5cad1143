/* The same passage told before and after: "is expected to sign" in the one is
 * "signed" in the other. What is announced, or under way, came first. Only
 * short differing places are read: a rewritten sentence says too much, and so
 * does replaced wording. */
#include "base/str.h"
#include "relate/calendar.h"
#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/weights.h"

enum { LONGEST = 6 };

typedef struct tenses {
    bool ahead, now, past;
} tenses;

static bool is_english(const stm_text *t)
{
    return !t->language[0] ||
           stm_str_eq(stm_str_of(t->language), STM_LIT("en"));
}

/* "signed": the regular past of English. */
static bool ends_in_ed(stm_str w)
{
    return w.len >= 5 && w.ptr[w.len - 2] == 'e' && w.ptr[w.len - 1] == 'd';
}

static tenses read_tenses(const stm_case *c, int side, stm_span at)
{
    const stm_text *t = c->f.side[side].t;
    tenses found = {0};
    for (uint32_t i = at.from; i < at.to; i++) {
        stm_time_class class = stm_relate__time_class(t, c->lex, i);
        found.ahead |= class == STM_TIME_AHEAD;
        found.now |= class == STM_TIME_NOW;
        found.past |= class == STM_TIME_PAST ||
                      (class == STM_TIME_NONE && is_english(t) &&
                       ends_in_ed(stm_lexicon_word(c->lex, t->word[i])));
    }
    return found;
}

/* How clearly x tells before the event what y tells after it: 0..1. */
static double before(tenses x, tenses y)
{
    if (!y.past || y.ahead || y.now)
        return 0;
    return x.ahead ? 1 : x.now && !x.past ? STM_RELATE_TENSE_NOW : 0;
}

typedef struct sign {
    double sum;
    const stm_change *clearest;
    double clear;
} sign;

static void count(sign *s, const stm_change *h, double clear)
{
    s->sum += clear;
    if (clear > s->clear) {
        s->clear = clear;
        s->clearest = h;
    }
}

static void say(stm_case *c, int first, const stm_change *h, double weight)
{
    stm_span early = first ? h->b : h->a, late = first ? h->a : h->b;
    stm_str x = stm_relate__quote(c->mem, c->f.side[first].t, early, LONGEST);
    stm_str y = stm_relate__quote(c->mem, c->f.side[!first].t, late, LONGEST);
    if (!x.ptr || !y.ptr) {
        c->out_of_memory = true;
        return;
    }
    stm_relate__say(
        c, stm_relate__source(first), weight,
        stm_arena_format(c->mem,
                         "%c tells as still to come or under way what %c "
                         "tells as over: '%s' became '%s'",
                         stm_relate__name(first), stm_relate__name(!first),
                         x.ptr, y.ptr));
}

void stm_relate__tense(stm_case *c, double weight)
{
    sign signs[2] = {0};
    if (stm_relate__is_replaced(c))
        return;
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if (stm_span_len(h->a) > LONGEST || stm_span_len(h->b) > LONGEST)
            continue;
        tenses a = read_tenses(c, 0, h->a), b = read_tenses(c, 1, h->b);
        count(&signs[0], h, before(a, b));
        count(&signs[1], h, before(b, a));
    }
    int first = signs[1].sum > signs[0].sum;
    double lead = signs[first].sum - signs[!first].sum;
    if (lead > 0)
        say(c, first, signs[first].clearest, lead < 1 ? weight * lead : weight);
}
