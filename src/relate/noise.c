/* Words that are the same but for how they were read: letters misread, words
 * run together, words cut at the ends of lines. The side that misreads is told
 * by its words, which hardly stand anywhere else in the texts at hand and have
 * digits among their letters. */
#include <math.h>

#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/weights.h"

typedef struct reading {
    uint32_t misread, spaced, hyphened;
    uint32_t for_side[2]; /* votes that a, or b, misreads */
    const stm_change *shown;
} reading;

static bool is_garbled(stm_str word)
{
    bool digit = false, letter = false;
    for (size_t i = 0; i < word.len; i++) {
        bool is_digit = word.ptr[i] >= '0' && word.ptr[i] <= '9';
        digit |= is_digit;
        letter |= !is_digit;
    }
    return digit && letter;
}

static void vote(reading *r, const stm_case *c, const stm_change *h)
{
    uint32_t a = c->f.side[0].t->word[h->a.from];
    uint32_t b = c->f.side[1].t->word[h->b.from];
    bool odd_a = is_garbled(stm_lexicon_word(c->lex, a));
    bool odd_b = is_garbled(stm_lexicon_word(c->lex, b));
    uint64_t often_a = odd_a ? 0 : stm_lexicon_cf(c->lex, a);
    uint64_t often_b = odd_b ? 0 : stm_lexicon_cf(c->lex, b);
    r->for_side[0] += often_b > often_a;
    r->for_side[1] += often_a > often_b;
}

static reading read_changes(const stm_case *c)
{
    reading r = {0};
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        r.spaced += h->noise == STM_NOISE_SPACE;
        r.hyphened += h->noise == STM_NOISE_HYPHEN;
        if (h->noise != STM_NOISE_MISREAD)
            continue;
        r.misread++;
        if (stm_span_len(h->a) == 1 && stm_span_len(h->b) == 1)
            vote(&r, c, h);
        if (!r.shown)
            r.shown = h;
    }
    return r;
}

static stm_str example(stm_case *c, const reading *r, int noisy)
{
    if (!r->shown)
        return stm_arena_copy(c->mem, (stm_str){"", 0});
    stm_span as = noisy ? r->shown->b : r->shown->a;
    stm_span of = noisy ? r->shown->a : r->shown->b;
    stm_str read = stm_relate__quote(c->mem, c->f.side[noisy].t, as, 3);
    stm_str word = stm_relate__quote(c->mem, c->f.side[!noisy].t, of, 3);
    if (!read.ptr || !word.ptr)
        return STM_NONE;
    return stm_arena_format(c->mem, " ('%s' for '%s')", read.ptr, word.ptr);
}

static stm_str describe(stm_case *c, const reading *r, int noisy)
{
    stm_str shown = example(c, r, noisy);
    if (!shown.ptr)
        return STM_NONE;
    return stm_arena_format(
        c->mem,
        "%c has the words of %c as a scanner or a hasty hand has them: at %u "
        "places letters are misread%s, at %u spaces are lost or put in, at %u "
        "a word is cut by a hyphen",
        stm_relate__name(noisy), stm_relate__name(!noisy), r->misread,
        shown.ptr, r->spaced, r->hyphened);
}

void stm_relate__noise(stm_case *c, double weight)
{
    reading r = read_changes(c);
    if (r.misread + r.spaced < STM_RELATE_NOISY_PLACES)
        return;
    double odds = log((r.for_side[1] + 1.0) / (r.for_side[0] + 1.0));
    int noisy = odds > 0;
    double sure = fmin(fabs(odds), weight);
    stm_str said = describe(c, &r, noisy);
    if (sure > STM_RELATE_NOISE_SAID)
        stm_relate__say(c, stm_relate__source(!noisy), sure, said);
    else
        stm_relate__say(c, STM_UNKNOWN, STM_RELATE_NOISE_SAID, said);
}
