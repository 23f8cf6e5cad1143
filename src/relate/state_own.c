/* What the words are like that one state has alone: an editor who adds writes
 * sentences, with the long and the small words and the marks of sentences; what
 * is taken out is oftener a remark, a list or a joke. */
#include "base/str.h"
#include "relate/states.h"

enum { LONG_WORD = 8 }; /* bytes; the longer fifth of English text */

/* Bytes of the run, with the mark behind its last word. */
static stm_str bytes_of(const stm_text *t, stm_span run)
{
    stm_range at = {t->at[run.from].start, t->at[run.to - 1].end};
    at.end += at.end < t->bytes.len;
    return stm_str_cut(t->bytes, at);
}

static void count_run(const stm_case *c, const stm_text *t, stm_span run,
                      double *amount)
{
    if (run.from == run.to)
        return;
    for (uint32_t i = run.from; i < run.to; i++) {
        size_t len = t->at[i].end - t->at[i].start;
        amount[STM_STATE_OWN_LONG] += len >= LONG_WORD;
        amount[STM_STATE_OWN_SMALL] +=
            stm_lexicon_is_function(c->lex, t->word[i]);
        amount[STM_STATE_OWN_LENGTH] += (double)len;
    }
    stm_str s = bytes_of(t, run);
    for (size_t i = 0; i < s.len; i++) {
        amount[STM_STATE_OWN_COMMAS] += s.ptr[i] == ',';
        amount[STM_STATE_OWN_BRACKETS] += s.ptr[i] == '(';
    }
}

/* After state_words.c, which counts the own words. */
void stm_relate__state_own(const stm_case *c, int side, double *amount)
{
    const stm_party *s = &c->f.side[side];
    for (size_t i = 0; i < s->stretch_count; i++)
        count_run(c, s->t, s->stretch[i].at, amount);
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        count_run(c, s->t, side ? h->b : h->a, amount);
    }
    /* an average; a few words say little */
    amount[STM_STATE_OWN_LENGTH] /= amount[STM_STATE_OWN] + 3;
}
