/* A summary takes its words from all over its source: no two stretches match,
 * but one stretch of the summary finds nearly all its words in the whole of the
 * other text. Texts on one topic share many words too, so the stretch is held
 * against what the rest of its own text finds there: only where it finds
 * clearly more does it condense the other. */
#include "align/regions.h"

#include <math.h>
#include <string.h>

#include "align/weights.h"

typedef struct draft {
    int side;    /* that condenses */
    stm_span at; /* the stretch */
    float gain;  /* against the text's own rest */
    float plain; /* against chance alone */
} draft;

static uint32_t len(stm_span s) { return s.to - s.from; }

static stm_span span_of(const stm_region *r, int side)
{
    return side ? r->b : r->a;
}

static bool overlap(stm_span x, stm_span y)
{
    return x.from < y.to && y.from < x.to;
}

/* The longest stretch of content without a gap. */
static stm_span widest(const stm_text *t)
{
    if (t->count && t->gap[0] == t->gap[t->count - 1])
        return (stm_span){0, t->count};
    stm_span best = {0, 0};
    for (uint32_t from = 0, to; from < t->count; from = to) {
        for (to = from + 1; to < t->count && t->gap[to] == t->gap[from];)
            to++;
        if (to - from > len(best))
            best = (stm_span){from, to};
    }
    return best;
}

/* Content words, and how many of them find their like in the other text. */
typedef struct content {
    uint32_t words, found;
} content;

static content whole_content(const stm_bags *g, int side)
{
    content n = {0, 0};
    for (uint32_t k = 0; k < g->stems; k++) {
        uint32_t words = g->function[k] ? 0 : g->all[side][k];
        n.words += words;
        n.found += g->count[k].in[!side] ? words : 0;
    }
    return n;
}

/* The share of content words outside the stretch that find their like in the
 * other text, drawn towards that of texts on one topic. */
static float background(const stm_bags *g, const draft *d, content rest)
{
    const stm_bag_side *s = &g->side[d->side];
    for (uint32_t i = d->at.from; i < d->at.to; i++) {
        const stm_bag_count *c = &g->count[s->stem[i]];
        rest.words -= !c->function;
        rest.found -= !c->function && c->in[!d->side];
    }
    return (STM_CONDENSED_WORDS * STM_CONDENSED_FOUND + (float)rest.found) /
           (STM_CONDENSED_WORDS + (float)rest.words);
}

static bool same(stm_span x, stm_span y)
{
    return x.from == y.from && x.to == y.to;
}

static draft find(stm_bags *g, int side, stm_span source, stm_span whole)
{
    draft d = {.side = side, .at = whole};
    stm_bags__set(g, !side, source);
    stm_bags__set(g, side, (stm_span){0, 0});
    for (int n = 0; n < 2; n++) {
        d.plain = stm_bags__stretch(g, side, STM_CONDENSED_KEPT, &d.at);
        stm_bags__set(g, side, d.at);
    }
    content all = whole_content(g, side);
    for (int n = 0; n < 2; n++) {
        stm_span was = d.at;
        g->floor = fmaxf(STM_REGION_FLOOR, background(g, &d, all));
        d.gain = stm_bags__stretch(g, side, STM_CONDENSED_KEPT, &d.at);
        stm_bags__set(g, side, d.at);
        if (same(was, d.at))
            break; /* the next turn would be this one */
    }
    return d;
}

static bool is_even(stm_span mine, stm_span other)
{
    return (float)len(other) < STM_CONDENSED_EVEN * (float)len(mine);
}

/* Marks what even regions explain; returns the best of those in the way. */
static float explained(const stm_pair *p, const draft *d, bool *skip)
{
    float most = 0;
    for (size_t k = 0; k < p->regions.count; k++) {
        const stm_region *r = &p->regions.items[k];
        stm_span mine = span_of(r, d->side), other = span_of(r, !d->side);
        if (!overlap(mine, d->at))
            continue;
        most = fmaxf(most, fminf(r->gain_a, r->gain_b));
        if (is_even(mine, other))
            memset(skip + mine.from, true, len(mine));
    }
    return most;
}

static uint32_t left_of(stm_span at, const bool *skip)
{
    uint32_t n = 0;
    for (uint32_t i = at.from; i < at.to; i++)
        n += !skip[i];
    return n;
}

static bool has_the_shape(const draft *d, uint32_t source)
{
    float words = (float)len(d->at), whole = (float)source;
    return len(d->at) >= STM_CONDENSED_LEAST &&
           len(d->at) <= STM_CONDENSED_MOST &&
           words * STM_CONDENSED_SHORTER <= whole &&
           words * STM_CONDENSED_SHORTEST >= whole &&
           d->gain >= STM_CONDENSED_GAIN &&
           d->gain >= STM_CONDENSED_EACH * words;
}

static bool stands(const stm_pair *p, const stm_bags *g, const draft *d,
                   bool *skip)
{
    float most = explained(p, d, skip);
    float kept = stm_bags__kept(g, d->side, STM_CONDENSED_KEPT, d->at);
    float rest = stm_bags__gain(g, d->side, STM_CONDENSED_KEPT, d->at, skip);
    float left = (float)left_of(d->at, skip);
    return kept >= STM_CONDENSED_SHARE && rest >= STM_CONDENSED_REST &&
           left >= STM_CONDENSED_LEFT * (float)len(d->at) &&
           most <= STM_CONDENSED_RIVAL * d->plain;
}

/* Regions of the stretch are parts of the summary, those elsewhere in the
 * source would lie in it twice. */
static bool put(stm_pair *p, const draft *d, stm_span source)
{
    size_t kept = 0;
    stm_region r = {.condensed = true, .gain_a = d->gain, .gain_b = d->gain};
    for (size_t k = 0; k < p->regions.count; k++) {
        const stm_region *x = &p->regions.items[k];
        if (!overlap(span_of(x, d->side), d->at) &&
            !overlap(span_of(x, !d->side), source))
            p->regions.items[kept++] = *x;
    }
    p->regions.count = kept;
    *(d->side ? &r.b : &r.a) = d->at;
    *(d->side ? &r.a : &r.b) = source;
    return stm_vec_push(&p->regions, r);
}

/* Single characters are too few to find anything by. */
static bool is_unspaced(const stm_text *t, stm_span at)
{
    uint32_t n = 0;
    for (uint32_t i = at.from; i < at.to; i++)
        n += (t->flags[i] & STM_WORD_IDEOGRAPH) != 0;
    return 2 * n > len(at);
}

/* Words that no even region explains, less the share of all words that must be
 * such. */
static double unexplained(bool even)
{
    return (even ? 0 : 1) - (double)STM_CONDENSED_LEFT;
}

/* Whether any stretch as long as a summary has as much that no even region
 * explains as a summary must have: of copies of one another few have. */
static bool may_condense(const stm_pair *p, int side, bool *even,
                         uint32_t words)
{
    const double rounded = .01; /* what sums may be off by, and far more */
    double sum = 0, before = 0, least = 0;
    for (size_t k = 0; k < p->regions.count; k++) {
        stm_span mine = span_of(&p->regions.items[k], side);
        if (is_even(mine, span_of(&p->regions.items[k], !side)))
            memset(even + mine.from, true, len(mine));
    }
    for (uint32_t i = 0; i < words; i++) {
        sum += unexplained(even[i]);
        if (i + 1 < STM_CONDENSED_LEAST)
            continue;
        if (sum >= least - rounded)
            return true;
        before += unexplained(even[i + 1 - STM_CONDENSED_LEAST]);
        least = before < least ? before : least;
    }
    return false;
}

static bool condenses(stm_pair *p, stm_bags *g, int side)
{
    const stm_text *t = g->side[side].text;
    stm_span source = widest(g->side[!side].text), whole = widest(t);
    if (len(whole) < STM_CONDENSED_LEAST || len(source) < STM_CONDENSED_LEAST ||
        is_unspaced(t, whole))
        return true;
    bool *skip = STM_ARENA_NEW(&p->mem, bool, (size_t)t->count + 1);
    bool *even = STM_ARENA_NEW(&p->mem, bool, (size_t)t->count + 1);
    if (!skip || !even)
        return false;
    if (!may_condense(p, side, even, t->count))
        return true;
    draft d = find(g, side, source, whole);
    bool yes = has_the_shape(&d, len(source)) && stands(p, g, &d, skip);
    g->floor = STM_REGION_FLOOR;
    return !yes || put(p, &d, source);
}

bool stm_align__condensed(stm_pair *p, stm_bags *g)
{
    for (int side = 0; side < 2; side++)
        memset(g->side[side].taken, 0, g->side[side].text->count);
    return condenses(p, g, 0) && condenses(p, g, 1);
}
