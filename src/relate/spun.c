/* Which of two wordings is the replaced one? Without a model of the language,
 * by what replacing does to a text:
 *
 *   longer    a synonym is oftener longer, a phrase for a word ("term" becomes
 *             "time period"), than shorter
 *   left      words the spinner replaced here stand elsewhere in its own text,
 *             where it left them; its finds stand nowhere in the other
 *   repeated  the author says a word again, the spinner has another each time
 *   shared    the other texts of the job use the author's word
 *   usual     the author's words are the likelier ones where they stand
 *   slips     "a extra", "the the", {braces}
 *
 * Each sign is a vote of the replaced places; the votes for one side against
 * those for the other, in logarithms, add up. */
#include <math.h>
#include <string.h>

#include "relate/evidence.h"
#include "relate/model.h"
#include "relate/quote.h"
#include "relate/slips.h"
#include "relate/stretch.h"
#include "relate/usage.h"
#include "relate/weights.h"
#include "relate/wording.h"

/* Votes that a, or b, is the replaced wording. */
typedef struct votes {
    uint32_t for_side[2];
} votes;

typedef struct signs {
    votes longer, left, repeated, shared, usual, slips;
} signs;

static void vote(votes *v, bool a, bool b)
{
    v->for_side[0] += a && !b;
    v->for_side[1] += b && !a;
}

/* One word for one word. */
static void vote_by_use(signs *s, const stm_usage *u, const stm_case *c,
                        uint32_t a, uint32_t b)
{
    uint32_t a_in_a = stm_relate__kept(u, 0, a);
    uint32_t a_in_b = stm_relate__kept(u, 1, a);
    uint32_t b_in_a = stm_relate__kept(u, 0, b);
    uint32_t b_in_b = stm_relate__kept(u, 1, b);
    vote(&s->left, b_in_a > 0, a_in_b > 0);
    vote(&s->repeated, b_in_b > 0, a_in_a > 0);
    uint64_t others_a = stm_relate__elsewhere(u, c->lex, a);
    uint64_t others_b = stm_relate__elsewhere(u, c->lex, b);
    vote(&s->shared, others_b > 2 * others_a, others_a > 2 * others_b);
}

/* What the words of `at` and the one behind them cost a word, in nats. */
static double cost(const stm_model *m, const stm_lexicon *lex,
                   const stm_text *t, stm_span at)
{
    uint32_t to = at.to < t->count ? at.to + 1 : at.to;
    double sum = 0;
    for (uint32_t i = at.from; i < to; i++) {
        bool first = !i || t->flags[i] & STM_WORD_SENTENCE;
        stm_str before =
            first ? STM_NONE : stm_lexicon_word(lex, t->word[i - 1]);
        sum += stm_relate__cost(m, before, stm_lexicon_word(lex, t->word[i]));
    }
    return sum / (to - at.from);
}

static void vote_by_cost(signs *s, const stm_model *m, const stm_case *c,
                         const stm_change *h)
{
    double a = cost(m, c->lex, c->f.side[0].t, h->a);
    double b = cost(m, c->lex, c->f.side[1].t, h->b);
    vote(&s->usual, a > b + STM_RELATE_SPUN_COST, b > a + STM_RELATE_SPUN_COST);
}

static void gather(signs *s, const stm_usage *u, const stm_case *c)
{
    const stm_text *a = c->f.side[0].t, *b = c->f.side[1].t;
    stm_model m;
    bool known = strcmp(a->language, b->language) == 0 &&
                 stm_relate__model(&m, a->language);
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if (!stm_relate__replaces(c, h))
            continue;
        uint32_t na = stm_span_len(h->a), nb = stm_span_len(h->b);
        vote(&s->longer, na > nb, nb > na);
        if (known)
            vote_by_cost(s, &m, c, h);
        if (na != 1 || nb != 1)
            continue;
        vote_by_use(s, u, c, a->word[h->a.from], b->word[h->b.from]);
    }
    for (int side = 0; side < 2; side++)
        s->slips.for_side[side] = stm_relate__slips(c, side);
}

static double lead(const votes *v)
{
    return log((v->for_side[1] + 1.0) / (v->for_side[0] + 1.0));
}

/* Log-odds, before scaling, that b is the replaced wording. */
static double add_up(const signs *s)
{
    return lead(&s->longer) + lead(&s->left) + lead(&s->repeated) +
           lead(&s->shared) + lead(&s->usual) + lead(&s->slips);
}

/* "'war' became 'conflict' 4 times" for the two surest substitutions. */
static stm_str examples(stm_case *c, int spun)
{
    stm_str text = stm_arena_copy(c->mem, (stm_str){"", 0});
    size_t shown = 0;
    for (size_t i = 0; i < c->x->substitution_count && shown < 3; i++) {
        const stm_substitution *s = &c->x->substitutions[i];
        stm_change as_change = {s->a, s->b, true, STM_NOISE_NONE};
        if (!stm_relate__replaces(c, &as_change))
            continue;
        stm_str from = stm_relate__quote(c->mem, c->f.side[!spun].t,
                                         spun ? s->a : s->b, 4);
        stm_str to =
            stm_relate__quote(c->mem, c->f.side[spun].t, spun ? s->b : s->a, 4);
        if (!from.ptr || !to.ptr || !text.ptr)
            return STM_NONE;
        text = stm_arena_format(c->mem, "%s%s'%s' became '%s'", text.ptr,
                                shown ? ", " : ": ", from.ptr, to.ptr);
        shown++;
    }
    return text;
}

static stm_str describe(stm_case *c, const signs *s, int spun)
{
    stm_str shown = examples(c, spun);
    if (!shown.ptr)
        return STM_NONE;
    return stm_arena_format(
        c->mem,
        "the wording of %c is the replaced one%s; the likelier of two wordings "
        "stands in %c %u times, in %c %u times; the "
        "wording of %c is the longer at %u places, the shorter at %u",
        stm_relate__name(spun), shown.ptr, stm_relate__name(!spun),
        s->usual.for_side[spun], stm_relate__name(spun),
        s->usual.for_side[!spun], stm_relate__name(spun),
        s->longer.for_side[spun], s->longer.for_side[!spun]);
}

void stm_relate__spun(stm_case *c, double weight)
{
    if (!stm_relate__is_replaced(c))
        return;
    signs s = {0};
    const stm_usage *u = stm_relate__usage(c);
    if (!u)
        return;
    gather(&s, u, c);
    double odds = add_up(&s);
    if (fabs(odds) < STM_RELATE_SPUN_SIDE)
        return;
    c->spun_side = odds > 0;
    stm_relate__say(c, stm_relate__source(!c->spun_side),
                    fmin(fabs(odds) * STM_RELATE_SPUN_SCALE, weight),
                    describe(c, &s, c->spun_side));
}
