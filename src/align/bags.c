/* A word that stands in both stretches is either kept from a common source
 * (with the chance `kept`) or met by chance. Chance follows from how often the
 * pair has the stem elsewhere: a name that runs through both texts says little,
 * one that stands in these two places only says much, and no list of any
 * language is needed. The gain of a word is the logarithm of the ratio of the
 * two explanations; a word without its like costs log(1 - kept). A stem that
 * stands more often here than there counts only as often as there. */
#include "align/bags.h"

#include <math.h>

#include "align/log.h"
#include "align/weights.h"

enum { OUTSIDE = 32 /* counts with a place in the table */ };

/* Gains for one span of the other side, by the count outside, of content words
 * and of function words, whose weight is left out. */
typedef struct model {
    float kept, missing, most, scale;
    float gain[2][OUTSIDE];
} model;

static const float weight_of[2] = {1, STM_REGION_FUNCTION};

static bool side_new(stm_bags *g, int side, const stm_side *from, stm_pair *p)
{
    stm_bag_side *s = &g->side[side];
    s->text = from->text;
    s->stem = from->stem;
    s->taken = STM_ARENA_NEW(&p->mem, bool, (size_t)from->text->count + 1);
    if (!s->taken)
        return false;
    for (uint32_t i = 0; i < from->text->count; i++)
        g->count[from->stem[i]].all[side]++;
    return true;
}

bool stm_bags__new(stm_bags *g, stm_pair *p)
{
    uint32_t a = p->a.text->count, b = p->b.text->count;
    *g = (stm_bags){.function = p->function, .floor = STM_REGION_FLOOR};
    g->gain = STM_ARENA_NEW(&p->mem, float, (size_t)(a > b ? a : b) + 1);
    g->count = STM_ARENA_NEW(&p->mem, stm_bag_count, (size_t)p->stem_count + 1);
    return g->gain && g->count && side_new(g, 0, &p->a, p) &&
           side_new(g, 1, &p->b, p);
}

void stm_bags__set(stm_bags *g, int side, stm_span span)
{
    stm_bag_side *s = &g->side[side];
    if (span.to <= s->span.from || span.from >= s->span.to) {
        for (uint32_t i = s->span.from; i < s->span.to; i++)
            g->count[s->stem[i]].in[side]--;
        s->span = (stm_span){span.from, span.from};
    }
    while (s->span.from > span.from)
        g->count[s->stem[--s->span.from]].in[side]++;
    while (s->span.to < span.to)
        g->count[s->stem[s->span.to++]].in[side]++;
    while (s->span.from < span.from)
        g->count[s->stem[s->span.from++]].in[side]--;
    while (s->span.to > span.to)
        g->count[s->stem[--s->span.to]].in[side]--;
}

stm_span stm_bags__widened(const stm_bags *g, int side, stm_span at,
                           uint32_t by)
{
    uint32_t count = g->side[side].text->count;
    at.from = at.from > by ? at.from - by : 0;
    at.to = count - at.to > by ? at.to + by : count;
    return at;
}

/* log(kept / chance + 1 - kept), chance from the count outside. */
static float gain_of(const model *m, int function, uint32_t outside)
{
    float seen = (float)outside +
                 (function ? STM_REGION_SEEN_FUNCTION : STM_REGION_SEEN);
    float rarity = 1 + m->scale / seen;
    rarity = rarity < m->most ? rarity : m->most;
    return stm_align__log(m->kept * rarity + 1 - m->kept);
}

static model model_of(const stm_bags *g, int side, float kept)
{
    const stm_bag_side *s = &g->side[side], *o = &g->side[!side];
    float words = (float)s->text->count + (float)o->text->count;
    float span = (float)(o->span.to - o->span.from);
    model m = {.kept = kept, .most = 1 / g->floor};
    m.missing = stm_align__log(1 - kept);
    m.scale = (words + STM_REGION_PRIOR) / (span > 0 ? span : 1);
    for (uint32_t n = 0; n < OUTSIDE; n++)
        m.gain[0][n] = gain_of(&m, 0, n);
    for (uint32_t n = 0; n < OUTSIDE; n++)
        m.gain[1][n] = gain_of(&m, 1, n);
    return m;
}

static float found_gain(const model *m, int function, uint32_t outside)
{
    return outside < OUTSIDE ? m->gain[function][outside]
                             : gain_of(m, function, outside);
}

static bool lies_beyond(uint32_t i, stm_span at)
{
    return i < at.from || i >= at.to;
}

/* How often the pair has the stem elsewhere than in the spans and here. */
static uint32_t outside(const stm_bag_count *c, bool beyond)
{
    uint32_t all = c->all[0] + c->all[1], in = c->in[0] + c->in[1] + beyond;
    return all > in ? all - in : 0;
}

static inline float word_gain(const stm_bags *g, int side, const model *m,
                              uint32_t i)
{
    const stm_bag_side *s = &g->side[side];
    const stm_bag_count *c = &g->count[s->stem[i]];
    int function = g->function[s->stem[i]];
    uint32_t there = c->in[!side];
    if (s->taken[i])
        return STM_REGION_TAKEN;
    if (!there)
        return weight_of[function] * m->missing;
    bool beyond = lies_beyond(i, s->span);
    uint32_t here = c->in[side] + beyond;
    float gain = found_gain(m, function, outside(c, beyond));
    if (here > there) {
        float fit = (float)there / (float)here;
        gain = fit * gain + (1 - fit) * m->missing;
    }
    return weight_of[function] * gain;
}

/* Words from `core` outwards until the sum has fallen far below its best. */
static stm_span reach(const stm_bags *g, int side, const model *m,
                      stm_span core)
{
    const stm_text *t = g->side[side].text;
    stm_span r = core;
    float sum = 0, best = 0;
    for (uint32_t i = core.from; i < core.to; i++)
        g->gain[i] = word_gain(g, side, m, i);
    while (r.from > 0 && sum >= best - STM_REGION_DROP &&
           t->gap[r.from - 1] == t->gap[core.from]) {
        r.from--;
        sum += g->gain[r.from] = word_gain(g, side, m, r.from);
        best = sum > best ? sum : best;
    }
    sum = best = 0;
    while (r.to < t->count && sum >= best - STM_REGION_DROP &&
           t->gap[r.to] == t->gap[core.from]) {
        sum += g->gain[r.to] = word_gain(g, side, m, r.to);
        best = sum > best ? sum : best;
        r.to++;
    }
    return r;
}

/* What it costs to begin or end a stretch before word `i`: copies mostly begin
 * and end with a sentence. */
static float edge_cost(const stm_text *t, uint32_t i)
{
    return i == t->count || t->flags[i] & STM_WORD_SENTENCE ? 0
                                                            : STM_REGION_INSIDE;
}

/* The stretch of the largest sum (Kadane). */
float stm_bags__stretch(const stm_bags *g, int side, float kept, stm_span *core)
{
    const stm_text *t = g->side[side].text;
    model m = model_of(g, side, kept);
    stm_span r = reach(g, side, &m, *core);
    float run = -INFINITY, best = -INFINITY;
    float cost = r.from < r.to ? edge_cost(t, r.from) : 0;
    uint32_t from = r.from;
    for (uint32_t i = r.from; i < r.to; i++) {
        if (run < -cost)
            run = -cost, from = i;
        run += g->gain[i];
        cost = edge_cost(t, i + 1);
        if (run - cost > best)
            best = run - cost, *core = (stm_span){from, i + 1};
    }
    return best;
}

float stm_bags__gain(const stm_bags *g, int side, float kept, stm_span at,
                     const bool *skip)
{
    model m = model_of(g, side, kept);
    float sum = 0;
    for (uint32_t i = at.from; i < at.to; i++)
        if (!skip[i])
            sum += word_gain(g, side, &m, i);
    return sum;
}

float stm_bags__kept(const stm_bags *g, int side, float kept, stm_span at)
{
    const stm_bag_side *s = &g->side[side];
    model m = model_of(g, side, kept);
    float sum = 0, whole = 0;
    for (uint32_t i = at.from; i < at.to; i++) {
        const stm_bag_count *c = &g->count[s->stem[i]];
        int function = g->function[s->stem[i]];
        whole += weight_of[function];
        if (!c->in[!side] || s->taken[i])
            continue;
        float gain =
            found_gain(&m, function, outside(c, lies_beyond(i, s->span)));
        sum += weight_of[function] * (1 - (1 - kept) / expf(gain));
    }
    return whole > 0 ? sum / whole : kept;
}
