/* An article grows from state to state: what one state has and the other lacks
 * is more often an addition than a deletion. Counted in words of text and in
 * words that the other has nowhere, since what is moved or said again is
 * nothing new. */
#include <math.h>

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

static double letters(const stm_text *t)
{
    double sum = 0;
    for (uint32_t i = 0; i < t->count; i++)
        sum += t->at[i].end - t->at[i].start;
    return sum;
}

static void measure_lines(const stm_text *t, double *amount)
{
    uint32_t begin = 0, lines = 0;
    for (uint32_t i = 1; i <= t->count; i++) {
        if (i < t->count &&
            !(t->flags[i] & (STM_WORD_LINE | STM_WORD_PARAGRAPH)))
            continue;
        amount[STM_STATE_WIDEST] = fmax(amount[STM_STATE_WIDEST], i - begin);
        if (!lines++)
            amount[STM_STATE_FIRST] = i;
        begin = i;
    }
    amount[STM_STATE_LINES] = lines;
}

bool stm_relate__state_words(stm_case *c, int side, double *amount)
{
    const stm_text *t = c->f.side[side].t;
    double words = t->count ? t->count : 1;
    amount[STM_STATE_WORDS] = t->count;
    amount[STM_STATE_OWN] = own_words(c, side);
    amount[STM_STATE_FRESH] = stm_relate__new_words(c, side, false);
    measure_lines(t, amount);
    amount[STM_STATE_LENGTH] = letters(t) / words;
    amount[STM_STATE_WIDTH] = words / (amount[STM_STATE_LINES] + 1);
    return !c->out_of_memory;
}
