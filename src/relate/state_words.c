/* An article grows from state to state: what one state has and the other lacks
 * is more often an addition than a deletion. Counted in words of text and in
 * words that the other has nowhere, since what is moved or said again is
 * nothing new. */
#include "base/str.h"
#include "relate/states.h"
#include "relate/stretch.h"
#include "relate/usage.h"

static double own_words(const stm_case *c, int side)
{
    const stm_party *s = &c->f.side[side];
    double own = s->own + s->beyond;
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        own += stm_span_len(side ? h->b : h->a);
    }
    return own;
}

enum { SHORT_LINE = 4 }; /* words; a heading, an entry of a list */

static void measure_lines(const stm_text *t, double *amount)
{
    uint32_t begin = 0, lines = 0, brief = 0, widest = 0;
    for (uint32_t i = 1; i <= t->count; i++) {
        if (i < t->count &&
            !(t->flags[i] & (STM_WORD_LINE | STM_WORD_PARAGRAPH)))
            continue;
        widest = i - begin > widest ? i - begin : widest;
        brief += i - begin <= SHORT_LINE;
        lines++;
        begin = i;
    }
    amount[STM_STATE_WIDEST] = widest;
    amount[STM_STATE_LINES] = lines;
    amount[STM_STATE_SHORT] = brief;
    amount[STM_STATE_WIDTH] = (double)t->count / (lines + 1);
}

bool stm_relate__state_words(stm_case *c, int side, double *amount)
{
    const stm_text *t = c->f.side[side].t;
    amount[STM_STATE_OWN] = own_words(c, side);
    amount[STM_STATE_FRESH] = stm_relate__new_words(c, side, false);
    amount[STM_STATE_SENTENCE] = (double)t->count / (t->sentence_count + 1);
    measure_lines(t, amount);
    return !c->out_of_memory;
}
