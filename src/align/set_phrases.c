/* Phrases that many texts share say nothing of where a text comes from: the
 * credit of an agency, a legal notice, the line that a site puts under every
 * page. A short passage is one when most of its words are those of formulae, or
 * when many of the texts at hand have it. Where a pair shares something else it
 * may keep them, for a copy has the notice of its source; where it is all that
 * two texts share, it goes, unless it is all that they are. */
#include "align/pair.h"

#include "align/weights.h"

static uint32_t len(stm_span s) { return s.to - s.from; }

/* Most words that carry meaning are words of formulae. */
static bool is_formula(const stm_pair *p, stm_span at)
{
    uint32_t words = 0, formula = 0;
    const stm_text *t = p->a.text;
    for (uint32_t i = at.from; i < at.to; i++) {
        if (t->flags[i] & STM_WORD_NUMBER ||
            stm_lexicon_is_function(p->lex, t->word[i]))
            continue;
        words++;
        formula += stm_lexicon_is_formula(p->lex, t->word[i]);
    }
    return (float)formula >= STM_SET_FORMULA * (float)words;
}

/* In how many texts a phrase makes it a set one. */
static uint32_t many(const stm_lexicon *lex)
{
    uint32_t n = stm_lexicon_texts(lex) / STM_SET_PART;
    if (n < STM_SET_LEAST)
        return STM_SET_LEAST;
    return n < STM_SET_MOST ? n : STM_SET_MOST;
}

/* Do many texts have most of its runs? */
static bool is_common(const stm_pair *p, stm_span at)
{
    uint32_t known = 0, common = 0, enough = many(p->lex);
    for (uint32_t i = at.from; i + STM_SHINGLE_WORDS <= at.to; i++) {
        uint32_t texts = stm_lexicon_run_texts(p->lex, p->a.text, i);
        known += texts > 0;
        common += texts >= enough;
    }
    return common && (float)common >= STM_SET_COMMON * (float)known;
}

static bool is_set(const stm_pair *p, const stm_passage *x)
{
    return len(x->a) <= STM_SET_WORDS && len(x->b) <= STM_SET_WORDS &&
           (is_common(p, x->a) || is_formula(p, x->a));
}

/* Is there a passage that is more than a phrase, or are the texts no more than
 * what they share? */
static bool is_more(const stm_pair *p, const stm_passages *x)
{
    uint32_t a = 0, b = 0;
    for (size_t k = 0; k < x->shared_count; k++) {
        const stm_passage *s = &x->shared[k];
        a += len(s->a);
        b += len(s->b);
        if (len(s->a) >= STM_SET_ALONE && !is_set(p, s))
            return true;
    }
    return (float)a >= STM_SET_WHOLE * (float)p->a.text->count ||
           (float)b >= STM_SET_WHOLE * (float)p->b.text->count;
}

static size_t drop(const stm_pair *p, stm_passage *x, size_t count)
{
    size_t kept = 0;
    for (size_t k = 0; k < count; k++)
        if (!is_set(p, &x[k]))
            x[kept++] = x[k];
    return kept;
}

void stm_align__drop_set_phrases(stm_pair *p, stm_passages *x)
{
    if (is_more(p, x))
        return;
    for (size_t k = 0; k < x->strand_count; k++) {
        const stm_passage *s = &x->strands[k];
        for (uint32_t i = s->a.from; is_set(p, s) && i < s->a.to; i++)
            stm_align__forget(p, i);
    }
    x->strand_count = drop(p, x->strands, x->strand_count);
    x->shared_count = drop(p, x->shared, x->shared_count);
}
