/* Words that readers see as they are and programs do not: a letter of another
 * script in them that looks alike, a character without width. Whoever takes a
 * text and does not want to be found puts them in; nobody has reason to write
 * so. What both texts have was in their source. */
#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/weights.h"

typedef struct hidden {
    uint32_t alike, invisible; /* words */
    stm_str example;           /* the first of them */
} hidden;

/* Nothing hides among letters of ASCII. */
static bool is_ascii(const stm_text *t, stm_range at)
{
    unsigned char any = 0;
    for (uint32_t i = at.start; i < at.end; i++)
        any |= (unsigned char)t->bytes.ptr[i];
    return any < 0x80;
}

static void look_at(hidden *h, const stm_text *t, stm_span at)
{
    if (at.from >= at.to ||
        is_ascii(t, (stm_range){t->at[at.from].start, t->at[at.to - 1].end}))
        return;
    for (uint32_t i = at.from; i < at.to; i++) {
        stm_range r = t->at[i];
        if (is_ascii(t, r))
            continue;
        stm_str word = {t->bytes.ptr + r.start, r.end - r.start};
        unsigned how = stm_word_disguise(word);
        h->alike += (how & STM_DISGUISE_ALIKE) != 0;
        h->invisible += (how & STM_DISGUISE_INVISIBLE) != 0;
        if (how && !h->example.ptr)
            h->example = word;
    }
}

static hidden find(const stm_case *c, int side)
{
    hidden h = {0};
    for (size_t i = 0; i < c->x->passage_count; i++)
        look_at(&h, c->f.side[side].t,
                stm_relate__place(&c->x->passages[i], side));
    return h;
}

static uint32_t words(const hidden *h) { return h->alike + h->invisible; }

void stm_relate__hiding(stm_case *c, double weight)
{
    hidden h[2] = {find(c, 0), find(c, 1)};
    int copy = words(&h[1]) > words(&h[0]);
    if (words(&h[copy]) < STM_RELATE_HIDDEN_WORDS || words(&h[!copy]))
        return;
    stm_str word =
        stm_relate__quote_bytes(c->mem, h[copy].example, h[copy].example.len);
    stm_relate__say(
        c, stm_relate__source(!copy), weight,
        word.ptr
            ? stm_arena_format(c->mem,
                               "%c hides shared words from programs: %u have "
                               "letters of another script that look alike, %u "
                               "characters without width; the first is '%s'",
                               stm_relate__name(copy), h[copy].alike,
                               h[copy].invisible, word.ptr)
            : STM_NONE);
}
