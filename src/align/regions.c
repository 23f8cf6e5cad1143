/* Seeds are tried from the longest exact run to the faintest crowd of dots;
 * what a region has taken is no longer free. A region stands when its words
 * outweigh chance clearly on both sides, however they were changed: that alone
 * keeps texts on one topic apart from copies, in any language. */
#include "align/regions.h"

#include <math.h>
#include <string.h>

#include "align/weights.h"

static uint32_t len(stm_span s) { return s.to - s.from; }

static int longest_first(const void *x, const void *y)
{
    const stm_seed *a = x, *b = y;
    if (len(a->a) != len(b->a))
        return len(a->a) < len(b->a) ? 1 : -1;
    if (a->a.from != b->a.from)
        return a->a.from < b->a.from ? -1 : 1;
    return (a->b.from > b->b.from) - (a->b.from < b->b.from);
}

static bool exact_seeds(const stm_pair *p, stm_seeds *seeds)
{
    for (size_t k = 0; k < p->runs.count; k++) {
        stm_run r = p->runs.items[k];
        stm_seed s = {{r.a, r.a + r.len}, {r.b, r.b + r.len}, 0, true};
        if (r.len >= STM_REGION_RUN && !stm_vec_push(seeds, s))
            return false;
    }
    if (seeds->count)
        qsort(seeds->items, seeds->count, sizeof *seeds->items, longest_first);
    return true;
}

static uint32_t taken(const stm_bag_side *s, stm_span at)
{
    uint32_t n = 0;
    for (uint32_t i = at.from; i < at.to; i++)
        n += s->taken[i];
    return n;
}

static bool is_free(const stm_bags *g, stm_span a, stm_span b)
{
    return 2 * taken(&g->side[0], a) <= len(a) &&
           2 * taken(&g->side[1], b) <= len(b);
}

bool stm_align__is_loud(const stm_region *r)
{
    return !r->condensed && fminf(r->gain_a, r->gain_b) >= STM_REGION_LOUD;
}

static bool is_large(const stm_region *r)
{
    return len(r->a) >= STM_REGION_WORDS && len(r->b) >= STM_REGION_WORDS;
}

/* A few words alone may be a phrase that many use, unless they say loudly that
 * they are not. */
static void drop_phrases(stm_pair *p)
{
    size_t kept = 0;
    bool any = false;
    for (size_t k = 0; k < p->regions.count; k++)
        any |= is_large(&p->regions.items[k]);
    for (size_t k = 0; k < p->regions.count; k++)
        if (any || stm_align__is_loud(&p->regions.items[k]))
            p->regions.items[kept++] = p->regions.items[k];
    p->regions.count = kept;
}

/* The longest stretch of `at` that no region has yet. */
static stm_span free_part(const stm_bag_side *s, stm_span at)
{
    stm_span best = {at.from, at.from};
    for (uint32_t from = at.from, to; from < at.to; from = to + 1) {
        for (to = from; to < at.to && !s->taken[to];)
            to++;
        if (to - from > len(best))
            best = (stm_span){from, to};
    }
    return best;
}

static void take(stm_bag_side *s, stm_span at)
{
    for (uint32_t i = at.from; i < at.to; i++)
        s->taken[i] = true;
}

/* Few words, and words of which few were kept, must outweigh chance by more. */
static bool stands(const stm_region *r)
{
    float gain = fminf(r->gain_a, r->gain_b);
    uint32_t words = len(r->a) < len(r->b) ? len(r->a) : len(r->b);
    if (words < STM_REGION_FEW || gain < STM_REGION_GAIN)
        return false;
    if (words < STM_REGION_SMALL && gain < STM_REGION_GAIN_SMALL)
        return false;
    return r->kept_a + r->kept_b >= STM_REGION_FAINT ||
           gain >= STM_REGION_GAIN_FAINT;
}

/* A run of many words is first taken for what it looks like. */
static stm_region grown(stm_bags *g, const stm_seed *s)
{
    if (s->exact) {
        stm_region r = stm_align__grow(g, s->a, s->b, STM_REGION_EXACT);
        if (stands(&r) && fminf(r.kept_a, r.kept_b) >= STM_REGION_FAITHFUL)
            return r;
    }
    return stm_align__grow(g, s->a, s->b, STM_REGION_KEPT);
}

static bool try_seeds(stm_pair *p, stm_bags *g, const stm_seeds *seeds)
{
    int failed = 0;
    for (size_t k = 0; k < seeds->count && failed < STM_REGION_FAILED; k++) {
        const stm_seed *s = &seeds->items[k];
        if (!is_free(g, s->a, s->b))
            continue;
        stm_region r = grown(g, s);
        if (fminf(r.gain_a, r.gain_b) >= STM_COPY_PROMISE)
            memset(p->promising + r.b.from, true, len(r.b));
        r.a = free_part(&g->side[0], r.a);
        r.b = free_part(&g->side[1], r.b);
        if (!stands(&r)) {
            failed++;
            continue;
        }
        take(&g->side[0], r.a);
        take(&g->side[1], r.b);
        if (!stm_vec_push(&p->regions, r))
            return false;
    }
    return true;
}

static stm_span both(stm_span x, stm_span y)
{
    return (stm_span){x.from < y.from ? x.from : y.from,
                      x.to > y.to ? x.to : y.to};
}

/* Are two stretches so near that they may be one, with nothing else between?
 */
static bool are_near(const stm_bag_side *s, stm_span x, stm_span y)
{
    const uint32_t *gap = s->text->gap;
    stm_span first = x.from < y.from ? x : y, last = x.from < y.from ? y : x;
    stm_span gulf = {first.to, last.from};
    return gulf.to - gulf.from <= STM_REGION_JOIN && !taken(s, gulf) &&
           gap[x.from] == gap[y.from];
}

static int by_place(const void *x, const void *y)
{
    const stm_region *a = x, *b = y;
    return (a->a.from > b->a.from) - (a->a.from < b->a.from);
}

/* Neighbours in both texts are one passage that a poor stretch divided. */
static void join(stm_pair *p, const stm_bags *g)
{
    stm_region *r = p->regions.items;
    size_t kept = 0;
    if (p->regions.count)
        qsort(r, p->regions.count, sizeof *r, by_place);
    for (size_t k = 0; k < p->regions.count; k++) {
        if (!kept || !are_near(&g->side[0], r[kept - 1].a, r[k].a) ||
            !are_near(&g->side[1], r[kept - 1].b, r[k].b)) {
            r[kept++] = r[k];
            continue;
        }
        stm_region *x = &r[kept - 1];
        x->a = both(x->a, r[k].a);
        x->b = both(x->b, r[k].b);
        x->gain_a += r[k].gain_a;
        x->gain_b += r[k].gain_b;
    }
    p->regions.count = kept;
}

bool stm_align__regions(stm_pair *p)
{
    stm_bags g;
    stm_seeds seeds = {0};
    size_t words = (size_t)p->b.text->count + 1;
    p->promising = STM_ARENA_NEW(&p->mem, bool, words);
    bool ok = p->promising && stm_bags__new(&g, p) && exact_seeds(p, &seeds) &&
              stm_align__dots(p, &g, &seeds) && try_seeds(p, &g, &seeds);
    stm_vec_free(&seeds);
    if (ok) {
        drop_phrases(p);
        join(p, &g);
    }
    return ok && stm_align__condensed(p, &g);
}
