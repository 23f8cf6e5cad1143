/* From a seed to a region: each side in turn becomes the stretch that fits the
 * other's words best. First both look a little beyond their ends, so that they
 * can grow together; then they settle on the words themselves; then the share
 * of kept words is estimated and the ends are set anew with it, which makes
 * them sharp where the copy is word for word and forgiving where it is not. */
#include "align/regions.h"

#include "align/weights.h"

static bool same(stm_span x, stm_span y)
{
    return x.from == y.from && x.to == y.to;
}

static float in_bounds(float kept)
{
    if (kept < STM_REGION_KEPT_LEAST)
        return STM_REGION_KEPT_LEAST;
    return kept > STM_REGION_KEPT_MOST ? STM_REGION_KEPT_MOST : kept;
}

static bool is_nothing(stm_span s)
{
    return s.to - s.from < STM_REGION_NOTHING;
}

/* One turn of both sides; false when nothing is left or nothing moved. Where
 * the turn before (`still`) left A where it was, A moves only if B does. */
static bool turn(stm_bags *g, stm_region *r, uint32_t margin, bool *still)
{
    stm_region was = *r;
    stm_bags__set(g, 0, stm_bags__widened(g, 0, r->a, margin));
    stm_bags__set(g, 1, stm_bags__widened(g, 1, r->b, margin));
    r->gain_b = stm_bags__stretch(g, 1, r->kept_b, &r->b);
    if (*still && same(was.b, r->b))
        return false;
    stm_bags__set(g, 1, stm_bags__widened(g, 1, r->b, margin));
    r->gain_a = stm_bags__stretch(g, 0, r->kept_a, &r->a);
    *still = same(was.a, r->a);
    if (is_nothing(r->a) || is_nothing(r->b))
        return false;
    return !*still || !same(was.b, r->b);
}

/* Turns until nothing moves; false when `most` were not enough. */
static bool settle(stm_bags *g, stm_region *r, uint32_t margin, int most)
{
    bool still = false;
    for (int n = 0; n < most; n++)
        if (!turn(g, r, margin, &still))
            return true;
    return false;
}

/* False when the shares stay what they are. */
static bool estimate(stm_bags *g, stm_region *r)
{
    float was_a = r->kept_a, was_b = r->kept_b;
    stm_bags__set(g, 0, r->a);
    stm_bags__set(g, 1, r->b);
    r->kept_a = in_bounds(stm_bags__kept(g, 0, r->kept_a, r->a));
    r->kept_b = in_bounds(stm_bags__kept(g, 1, r->kept_b, r->b));
    return r->kept_a != was_a || r->kept_b != was_b;
}

/* The words around the middle of a seed, up to gaps in the content. */
static stm_span within_gaps(const stm_bags *g, int side, stm_span seed)
{
    const uint32_t *gap = g->side[side].text->gap;
    uint32_t middle = seed.from + (seed.to - seed.from) / 2;
    while (gap[seed.from] != gap[middle])
        seed.from++;
    while (gap[seed.to - 1] != gap[middle])
        seed.to--;
    return seed;
}

stm_region stm_align__grow(stm_bags *g, stm_span a, stm_span b, float kept)
{
    stm_region r = {.kept_a = kept, .kept_b = kept};
    r.a = within_gaps(g, 0, a);
    r.b = within_gaps(g, 1, b);
    settle(g, &r, STM_REGION_MARGIN, STM_REGION_TURNS);
    bool settled = false;
    for (int round = 0; round <= STM_REGION_ESTIMATES; round++) {
        if (round && !estimate(g, &r) && settled)
            break; /* this round would be the last one */
        settled = settle(g, &r, 0, STM_REGION_SETTLES);
        if (r.gain_a < STM_REGION_HOPE || r.gain_b < STM_REGION_HOPE)
            break;
    }
    return r;
}
