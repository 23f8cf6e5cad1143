/* Editors put words in oftener than they take words out, above all whole
 * sentences, lines, and what stands at the end of a paragraph; small words come
 * and go alike, and what stands before all else is as soon taken away again. */
#include "base/str.h"
#include "relate/states.h"
#include "relate/stretch.h"

enum {
    LINE = STM_WORD_LINE | STM_WORD_PARAGRAPH,
    LEAST_PHRASE = 2, /* words; one word alone says nothing */
    MOST_PHRASE = 4,
    LEAST_PASSAGE = 15, /* of a sentence or two; more says nothing more */
    MOST_PASSAGE = 60,
};

/* Does a unit of text begin with word `i`, or the text end before it? */
static bool begins(const stm_text *t, uint32_t i, uint8_t unit)
{
    return i >= t->count || (t->flags[i] & unit);
}

static bool is_whole(const stm_text *t, stm_span at, uint8_t unit)
{
    return begins(t, at.from, unit) && begins(t, at.to, unit);
}

static bool is_small(const stm_case *c, const stm_text *t, stm_span at)
{
    for (uint32_t i = at.from; i < at.to; i++)
        if (!(t->flags[i] & STM_WORD_FUNCTION) ||
            !stm_lexicon_is_function(c->lex, t->word[i]))
            return false;
    return true;
}

/* Is `mark` between the word `i` and the one before it? */
static bool stands_before(const stm_text *t, uint32_t i, char mark)
{
    size_t from = i ? t->at[i - 1].end : 0;
    size_t to = i < t->count ? t->at[i].start : t->bytes.len;
    for (; from < to; from++)
        if (t->bytes.ptr[from] == mark)
            return true;
    return false;
}

static void count_place(const stm_text *t, stm_span at, double *amount)
{
    if (is_whole(t, at, STM_WORD_PARAGRAPH))
        amount[STM_STATE_BETWEEN]++;
    else if (is_whole(t, at, LINE))
        amount[STM_STATE_ROWS]++;
    else if (begins(t, at.to, STM_WORD_PARAGRAPH))
        amount[STM_STATE_LAST]++;
    amount[STM_STATE_BEGUN] += !at.from;
    amount[STM_STATE_ENDED] += at.to == t->count;
}

static void count_insert(const stm_case *c, const stm_text *t, stm_span at,
                         double *amount)
{
    uint32_t words = stm_span_len(at);
    if (!words)
        return;
    amount[STM_STATE_PLACES]++;
    amount[STM_STATE_PHRASES] += words >= LEAST_PHRASE && words <= MOST_PHRASE;
    amount[STM_STATE_PASSAGES] +=
        words >= LEAST_PASSAGE && words <= MOST_PASSAGE;
    amount[STM_STATE_SENTENCES] += is_whole(t, at, STM_WORD_SENTENCE);
    amount[STM_STATE_SMALL] += is_small(c, t, at);
    amount[STM_STATE_BRACKETED] +=
        stands_before(t, at.from, '(') && stands_before(t, at.to, ')');
    count_place(t, at, amount);
}

/* Has the other text words of its own before the same passage? */
static bool is_opposed(const stm_party *other, const stm_stretch *run)
{
    for (size_t i = 0; i < other->stretch_count; i++)
        if (other->stretch[i].next == run->next)
            return stm_span_len(other->stretch[i].at) > 0;
    return false;
}

void stm_relate__state_inserts(const stm_case *c, int side, double *amount)
{
    const stm_party *s = &c->f.side[side], *o = &c->f.side[!side];
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if (!stm_span_len(side ? h->a : h->b))
            count_insert(c, s->t, side ? h->b : h->a, amount);
    }
    for (size_t i = 0; i < s->stretch_count; i++)
        if (!is_opposed(o, &s->stretch[i]))
            count_insert(c, s->t, s->stretch[i].at, amount);
    amount[STM_STATE_HEAD] = s->head;
}
