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

/* One turn of both sides; false when nothing is left or nothing moved. */
static bool turn(stm_bags *g, stm_region *r, uint32_t margin)
{
    stm_region was = *r;
    stm_bags__set(g, 0, stm_bags__widened(g, 0, r->a, margin));
    stm_bags__set(g, 1, stm_bags__widened(g, 1, r->b, margin));
    r->gain_b = stm_bags__stretch(g, 1, r->kept_b, &r->b);
    stm_bags__set(g, 1, stm_bags__widened(g, 1, r->b, margin));
    r->gain_a = stm_bags__stretch(g, 0, r->kept_a, &r->a);
    if (r->a.to - r->a.from < STM_REGION_NOTHING ||
        r->b.to - r->b.from < STM_REGION_NOTHING)
        return false;
    return !same(was.a, r->a) || !same(was.b, r->b);
}

static void estimate(stm_bags *g, stm_region *r)
{
    stm_bags__set(g, 0, r->a);
    stm_bags__set(g, 1, r->b);
    r->kept_a = in_bounds(stm_bags__kept(g, 0, r->kept_a, r->a));
    r->kept_b = in_bounds(stm_bags__kept(g, 1, r->kept_b, r->b));
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
    for (int n = 0; n < STM_REGION_TURNS; n++)
        if (!turn(g, &r, STM_REGION_MARGIN))
            break;
    for (int round = 0; round <= STM_REGION_ESTIMATES; round++) {
        if (round)
            estimate(g, &r);
        for (int n = 0; n < STM_REGION_SETTLES; n++)
            if (!turn(g, &r, 0))
                break;
        if (r.gain_a < STM_REGION_HOPE || r.gain_b < STM_REGION_HOPE)
            break;
    }
    return r;
}
