/* What carries over where hardly a word is kept: a text translated there and
 * back, or summed up, has other words, but it has the names, the numbers and
 * most of the rare words of its source, and has them in the same order. That
 * is why such a passage is shown, so it is said. */
#include <stdlib.h>

#include "relate/evidence.h"
#include "relate/quote.h"
#include "relate/stretch.h"
#include "relate/weights.h"

/* A word of a stretch and where it stands there first. */
typedef struct spot {
    uint32_t stem, at;
} spot;

typedef struct spots {
    spot *items; /* by stem */
    size_t count;
} spots;

/* Words of the passages of one pair that few words were kept of. */
typedef struct carried {
    uint32_t words;
    uint32_t fixed, found;     /* names and numbers of the smaller side */
    uint32_t rare, rare_found; /* other words that carry meaning */
    uint32_t steps, ascending; /* from one found to the next */
    stm_span shown[3];         /* of a */
    uint32_t shown_count;
} carried;

static bool is_fixed(const stm_text *t, uint32_t i)
{
    return t->flags[i] & STM_WORD_NUMBER ||
           (t->flags[i] & STM_WORD_CAPITAL &&
            !(t->flags[i] & STM_WORD_SENTENCE));
}

static int by_stem(const void *x, const void *y)
{
    const spot *a = x, *b = y;
    if (a->stem != b->stem)
        return a->stem < b->stem ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static int find_stem(const void *key, const void *item)
{
    uint32_t a = *(const uint32_t *)key, b = ((const spot *)item)->stem;
    return (a > b) - (a < b);
}

static bool list(spots *s, stm_arena *mem, const stm_text *t, stm_span at)
{
    size_t kept = 0;
    s->items = STM_ARENA_NEW(mem, spot, stm_span_len(at));
    if (!s->items)
        return false;
    for (uint32_t i = at.from; i < at.to; i++)
        s->items[i - at.from] = (spot){t->stem[i], i};
    qsort(s->items, stm_span_len(at), sizeof *s->items, by_stem);
    for (uint32_t i = 0; i < stm_span_len(at); i++)
        if (!kept || s->items[kept - 1].stem != s->items[i].stem)
            s->items[kept++] = s->items[i];
    s->count = kept;
    return true;
}

static void show(carried *k, const stm_case *c, int side, uint32_t i)
{
    const stm_text *t = c->f.side[side].t;
    enum { MOST = sizeof k->shown / sizeof *k->shown };
    for (uint32_t n = 0; n < k->shown_count; n++)
        if (t->stem[k->shown[n].from] == t->stem[i])
            return;
    if (k->shown_count < MOST)
        k->shown[k->shown_count++] = (stm_span){i, i + 1};
}

/* Words of `mine` looked up in the other's stretch. */
static void count(carried *k, const stm_case *c, const spots *s, int side,
                  stm_span mine)
{
    const stm_text *t = c->f.side[side].t;
    const spot *last = NULL;
    for (uint32_t i = mine.from; i < mine.to; i++) {
        if (stm_lexicon_is_function(c->lex, t->word[i]))
            continue;
        bool fixed = is_fixed(t, i);
        const spot *there = bsearch(&t->stem[i], s->items, s->count,
                                    sizeof *s->items, find_stem);
        *(fixed ? &k->fixed : &k->rare) += 1;
        if (!there)
            continue;
        *(fixed ? &k->found : &k->rare_found) += 1;
        k->steps += last != NULL;
        k->ascending += last && there->at > last->at;
        last = there;
        if (fixed)
            show(k, c, side, i);
    }
}

static void add(carried *k, stm_case *c, int side, const stm_passage *p)
{
    stm_span mine = stm_relate__place(p, side);
    spots s;
    if (!list(&s, &c->scratch, c->f.side[!side].t,
              stm_relate__place(p, !side))) {
        c->out_of_memory = true;
        return;
    }
    count(k, c, &s, side, mine);
    k->words += stm_span_len(mine);
}

static bool is_reworded(const stm_passage *p)
{
    return p->similarity < STM_RELATE_CARRIED_ALIKE;
}

static stm_str shown(stm_case *c, const carried *k, int side)
{
    stm_str all = stm_arena_copy(c->mem, (stm_str){"", 0});
    for (uint32_t n = 0; all.ptr && n < k->shown_count; n++) {
        stm_str one =
            stm_relate__quote(c->mem, c->f.side[side].t, k->shown[n], 1);
        if (!one.ptr)
            return STM_NONE;
        all = stm_arena_format(c->mem, "%s%s'%s'", all.ptr, n ? ", " : " (",
                               one.ptr);
    }
    return k->shown_count && all.ptr ? stm_arena_format(c->mem, "%s)", all.ptr)
                                     : all;
}

static stm_str describe(stm_case *c, const carried *k, int side)
{
    stm_str names = shown(c, k, side);
    if (!names.ptr)
        return STM_NONE;
    return stm_arena_format(
        c->mem,
        "in reworded passages of %u words of %c, %u of its %u names and "
        "numbers%s and %u of its %u other words that carry meaning stand in "
        "%c too, %u of 100 of them in the same order",
        k->words, stm_relate__name(side), k->found, k->fixed, names.ptr,
        k->rare_found, k->rare, stm_relate__name(!side),
        (unsigned)(stm_relate__per_hundred(k->ascending, k->steps) + .5));
}

/* The smaller text is looked up in the larger: a summary in its source. Where
 * letters were misread no word was chosen. */
void stm_relate__carried(stm_case *c, double weight)
{
    carried k = {0};
    int side = c->f.side[0].words > c->f.side[1].words;
    for (size_t i = 0; i < c->x->shared_count; i++)
        if (is_reworded(&c->x->shared[i]))
            add(&k, c, side, &c->x->shared[i]);
    if (c->out_of_memory || c->f.noisy > c->f.changes ||
        k.found + k.rare_found < STM_RELATE_CARRIED_LEAST)
        return;
    stm_relate__say(c, STM_UNKNOWN, weight, describe(c, &k, side));
}
