/* A spinner puts a synonym in the place of a word and leaves the sentence as
 * it is: most differing places have about as many words on either side, and
 * names and numbers stay. An editor drops, adds and rewrites. */
#include "relate/wording.h"

#include <math.h>

#include "base/str.h"
#include "relate/stretch.h"
#include "relate/weights.h"

static bool is_fixed(const stm_text *t, uint32_t i)
{
    uint8_t f = t->flags[i];
    return (f & STM_WORD_NUMBER) ||
           ((f & STM_WORD_CAPITAL) && !(f & STM_WORD_SENTENCE));
}

static bool any_fixed(const stm_text *t, stm_span s)
{
    for (uint32_t i = s.from; i < s.to; i++)
        if (is_fixed(t, i))
            return true;
    return false;
}

/* Spellings of one word share most of their beginning and end: "labour" and
 * "labor", "go" and "goes", a slip of a scribe. */
static bool same_but_spelled(stm_str a, stm_str b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    size_t longer = a.len < b.len ? b.len : a.len;
    size_t head = 0, tail = 0;
    while (head < shorter && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < shorter - head &&
           a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    return (head + tail) * 100 >= longer * STM_RELATE_SPELLING_SHARE;
}

bool stm_relate__is_spelling(const stm_case *c, const stm_change *h)
{
    if (stm_span_len(h->a) != 1 || stm_span_len(h->b) != 1)
        return false;
    const stm_text *a = c->f.side[0].t, *b = c->f.side[1].t;
    return a->stem[h->a.from] == b->stem[h->b.from] ||
           same_but_spelled(stm_lexicon_word(c->lex, a->word[h->a.from]),
                            stm_lexicon_word(c->lex, b->word[h->b.from]));
}

static bool all_function(const stm_case *c, const stm_text *t, stm_span s)
{
    for (uint32_t i = s.from; i < s.to; i++)
        if (!stm_lexicon_is_function(c->lex, t->word[i]))
            return false;
    return true;
}

bool stm_relate__replaces(const stm_case *c, const stm_change *h)
{
    uint32_t a = stm_span_len(h->a), b = stm_span_len(h->b);
    uint32_t less = a < b ? a : b, more = a < b ? b : a;
    if (!less || more > STM_RELATE_PHRASE_WORDS || more > 2 * less + 1)
        return false;
    if (h->noise || stm_relate__is_spelling(c, h))
        return false;
    const stm_text *x = c->f.side[0].t, *y = c->f.side[1].t;
    if (all_function(c, x, h->a) && all_function(c, y, h->b))
        return false;
    return !any_fixed(x, h->a) || !any_fixed(y, h->b);
}

static void count_change(stm_features *f, const stm_change *h, bool replaces)
{
    uint32_t a = stm_span_len(h->a), b = stm_span_len(h->b);
    f->changes++;
    uint32_t more = a > b ? a : b;
    f->changed += more;
    f->small += more == 1;
    f->events += more < STM_RELATE_CAP_WORDS ? more : STM_RELATE_CAP_WORDS;
    f->side[0].added += a > b ? a - b : 0;
    f->side[1].added += b > a ? b - a : 0;
    f->side[0].additions += !b;
    f->side[1].additions += !a;
    if (!replaces)
        return;
    f->replacements++;
    f->replaced += a < b ? a : b;
}

/* Replaced words a hundred words, and how much of what differs is replaced
 * words: by places, and by words. Where as many are the same but for noise, the
 * others are noise too. */
static double replaced_odds(const stm_features *f)
{
    if (f->replaced < STM_RELATE_SPUN_COUNT || f->noisy >= f->replacements)
        return -STM_RELATE_CERTAIN;
    double rate = stm_relate__per_hundred(f->replaced, f->kept + f->replaced);
    return STM_RELATE_SPUN_BIAS +
           STM_RELATE_SPUN_RATE * fmin(rate, STM_RELATE_SPUN_RATE_MOST) +
           STM_RELATE_SPUN_PLACES * f->replacements / f->changes +
           STM_RELATE_SPUN_WORDS * f->replaced / f->events;
}

/* A copyist miswrites, skips and puts in words one at a time; an editor works
 * by the phrase and the sentence. */
static double scribal(const stm_features *f)
{
    if (f->changes < STM_RELATE_SCRIBE_PLACES)
        return 0;
    double share = (double)f->small / f->changes;
    double above = (share - STM_RELATE_SCRIBE_FROM) / STM_RELATE_SCRIBE_RANGE;
    return fmax(0, fmin(1, above));
}

void stm_relate__wording(stm_case *c)
{
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if (h->noise)
            c->f.noisy += h->noise != STM_NOISE_HYPHEN;
        else
            count_change(&c->f, h, stm_relate__replaces(c, h));
    }
    c->f.replaced_odds = replaced_odds(&c->f);
    c->f.scribal = scribal(&c->f);
}
