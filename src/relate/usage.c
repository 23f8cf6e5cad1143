#include "relate/usage.h"

#include "relate/stretch.h"
#include "relate/wording.h"

/* Fibonacci hashing (Knuth): ids are dense, so a product spreads them well. */
static uint32_t slot_of(const stm_usage *u, uint32_t word)
{
    uint32_t at = (uint32_t)(word * UINT32_C(0x9e3779b1)) >> u->shift;
    while (u->slot[at] && u->use[u->slot[at] - 1].word != word)
        at = (at + 1) & u->mask;
    return at;
}

static stm_use *use_of(stm_usage *u, uint32_t word)
{
    uint32_t at = slot_of(u, word);
    if (!u->slot[at]) {
        u->use[u->count] = (stm_use){.word = word};
        u->slot[at] = ++u->count;
    }
    return &u->use[u->slot[at] - 1];
}

static bool usage_new(stm_usage *u, stm_case *c)
{
    size_t words = (size_t)c->f.side[0].words + c->f.side[1].words;
    size_t size = 16;
    /* a third of the words of a text are different ones */
    for (u->shift = 28; size < words + words / 4 && u->shift > 1; u->shift--)
        size *= 2;
    u->mask = (uint32_t)(size - 1);
    u->slot = STM_ARENA_NEW(&c->scratch, uint32_t, size);
    u->use = STM_ARENA_RAW(&c->scratch, stm_use, words + 1);
    for (int side = 0; side < 2; side++)
        u->of[side] = STM_ARENA_RAW(&c->scratch, uint32_t,
                                    (size_t)c->f.side[side].words + 1);
    return u->slot && u->use && u->of[0] && u->of[1];
}

static void fill(stm_usage *u, const stm_case *c)
{
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < c->f.side[s].words; i++) {
            stm_use *x = use_of(u, c->f.side[s].t->word[i]);
            u->of[s][i] = (uint32_t)(x - u->use);
            x->all[s]++;
        }
    for (size_t i = 0; i < c->x->change_count; i++) {
        const stm_change *h = &c->x->changes[i];
        if (!stm_relate__replaces(c, h))
            continue;
        for (uint32_t k = h->a.from; k < h->a.to; k++)
            u->use[u->of[0][k]].replaced[0]++;
        for (uint32_t k = h->b.from; k < h->b.to; k++)
            u->use[u->of[1][k]].replaced[1]++;
    }
}

const stm_usage *stm_relate__usage(stm_case *c)
{
    if (c->usage)
        return c->usage;
    stm_usage *u = STM_ARENA_NEW(&c->scratch, stm_usage, 1);
    if (!u || !usage_new(u, c)) {
        c->out_of_memory = true;
        return NULL;
    }
    fill(u, c);
    c->usage = u;
    return u;
}

const stm_use *stm_relate__use(const stm_usage *u, uint32_t word)
{
    static const stm_use none;
    uint32_t at = slot_of(u, word);
    return u->slot[at] ? &u->use[u->slot[at] - 1] : &none;
}

uint32_t stm_relate__kept(const stm_usage *u, int side, uint32_t word)
{
    const stm_use *x = stm_relate__use(u, word);
    return x->all[side] - x->replaced[side];
}

static uint64_t elsewhere(const stm_use *x, const stm_lexicon *lex)
{
    if (stm_lexicon_texts(lex) <= 2)
        return 0;
    uint64_t here = (uint64_t)x->all[0] + x->all[1];
    uint64_t all = stm_lexicon_cf(lex, x->word);
    return all > here ? all - here : 0;
}

uint64_t stm_relate__elsewhere(const stm_usage *u, const stm_lexicon *lex,
                               uint32_t word)
{
    stm_use x = *stm_relate__use(u, word);
    x.word = word;
    return elsewhere(&x, lex);
}

/* Counts the words beyond the other's cut, or takes them back. */
static void leave_out(const stm_usage *u, const stm_case *c, int side,
                      uint32_t by)
{
    const stm_party *s = &c->f.side[side];
    if (!stm_relate__was_cut(c, !side))
        return;
    for (size_t i = 0; i < s->stretch_count; i++) {
        stm_span at = s->stretch[i].at;
        for (uint32_t k = at.from; s->stretch[i].beyond && k < at.to; k++)
            u->use[u->of[side][k]].beyond += by;
    }
}

uint32_t stm_relate__new_words(stm_case *c, int side, bool alone)
{
    const stm_usage *u = stm_relate__usage(c);
    uint32_t n = 0;
    if (!u)
        return 0;
    leave_out(u, c, side, 1);
    for (uint32_t i = 0; i < u->count; i++) {
        const stm_use *x = &u->use[i];
        n += x->all[side] > x->beyond && !x->all[!side] &&
             (!alone || !elsewhere(x, c->lex));
    }
    leave_out(u, c, side, UINT32_MAX); /* minus 1 */
    return n;
}

double stm_relate__company(stm_case *c)
{
    const stm_usage *u = stm_relate__usage(c);
    uint32_t both = 0, others = 0;
    for (uint32_t i = 0; u && i < u->count; i++) {
        const stm_use *x = &u->use[i];
        if (!x->all[0] || !x->all[1] ||
            stm_lexicon_is_function(c->lex, x->word))
            continue;
        both++;
        others += elsewhere(x, c->lex) > 0;
    }
    return both ? (double)others / both : 0;
}
