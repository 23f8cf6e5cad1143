/* What the words are like that one state has alone. An editor who adds writes
 * sentences with their long and small words; they take up the words of the text
 * around them and bring new ones. What is taken out is oftener a remark, a list
 * or a joke, or was said elsewhere already. */
#include "relate/states.h"
#include "relate/stretch.h"
#include "relate/usage.h"

enum { LONG_WORD = 8 }; /* bytes; the longer fifth of English text */

/* Added to the own words: shares of a few say little. */
#define SHARE_PRIOR 3.0

/* The words that a side has alone, and what is counted of them. */
typedef struct own {
    const stm_case *c;
    const stm_text *t;
    const stm_usage *u;
    int side;
    uint32_t *often; /* by place in `u`: how often a word is among them */
    uint32_t words, longer, small, numbers, sentences, fresh, home;
} own;

static void note_run(own *o, stm_span run)
{
    for (uint32_t i = run.from; i < run.to; i++)
        o->often[o->u->of[o->side][i]]++;
}

static void count_content(own *o, uint32_t token)
{
    const stm_use *x = stm_relate__use_at(o->u, o->side, token);
    o->fresh += !x->all[!o->side];
    o->home += x->all[o->side] > o->often[x - o->u->use];
}

static void count_run(own *o, stm_span run)
{
    const stm_text *t = o->t;
    o->words += stm_span_len(run);
    for (uint32_t i = run.from; i < run.to; i++) {
        bool number = t->flags[i] & STM_WORD_NUMBER;
        bool small = t->flags[i] & STM_WORD_FUNCTION &&
                     stm_lexicon_is_function(o->c->lex, t->word[i]);
        o->longer += t->at[i].end - t->at[i].start >= LONG_WORD;
        o->small += small;
        o->numbers += number;
        o->sentences += (t->flags[i] & STM_WORD_SENTENCE) > 0;
        if (!number && !small)
            count_content(o, i);
    }
}

static void each_run(own *o, void (*see)(own *o, stm_span run))
{
    const stm_party *s = &o->c->f.side[o->side];
    for (size_t i = 0; i < s->stretch_count; i++)
        see(o, s->stretch[i].at);
    for (size_t i = 0; i < o->c->x->change_count; i++) {
        const stm_change *h = &o->c->x->changes[i];
        see(o, o->side ? h->b : h->a);
    }
}

bool stm_relate__state_own(stm_case *c, int side, double *amount)
{
    own o = {.c = c, .t = c->f.side[side].t, .side = side};
    o.u = stm_relate__usage(c);
    o.often = o.u ? STM_ARENA_NEW(&c->scratch, uint32_t, o.u->count + 1) : NULL;
    if (!o.often)
        return false;
    each_run(&o, note_run);
    each_run(&o, count_run);
    amount[STM_STATE_OWN_LONG] = o.longer;
    amount[STM_STATE_OWN_SMALL] = o.small;
    amount[STM_STATE_OWN_NUMBERS] = o.numbers;
    amount[STM_STATE_OWN_SENTENCES] = o.sentences;
    amount[STM_STATE_OWN_FRESH] = o.fresh / (o.words + SHARE_PRIOR);
    amount[STM_STATE_OWN_HOME] = o.home / (o.words + SHARE_PRIOR);
    return true;
}
