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

static bool side_new(stm_bags *g, int side, const stm_side *from, stm_pair *p)
{
    stm_bag_side *s = &g->side[side];
    size_t words = from->text->count;
    s->text = from->text;
    s->stem = from->stem;
    s->taken = STM_ARENA_NEW(&p->mem, bool, words + STM_GAINS_ROOM);
    g->all[side] = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)g->stems + 1);
    if (!s->taken || !g->all[side])
        return false;
    for (size_t i = 0; i < words; i++)
        g->all[side][from->stem[i]]++;
    return true;
}

bool stm_bags__new(stm_bags *g, stm_pair *p)
{
    uint32_t a = p->a.text->count, b = p->b.text->count;
    size_t most = (size_t)(a > b ? a : b) + STM_GAINS_ROOM;
    *g = (stm_bags){.function = p->function, .floor = STM_REGION_FLOOR};
    g->stems = p->stem_count;
    g->gains = stm_gains__pick();
    g->gain = STM_ARENA_RAW(&p->mem, float, most);
    g->count = STM_ARENA_RAW(&p->mem, stm_bag_count, (size_t)g->stems + 1);
    if (!g->gain || !g->count || !side_new(g, 0, &p->a, p) ||
        !side_new(g, 1, &p->b, p))
        return false;
    for (uint32_t k = 0; k < g->stems; k++)
        g->count[k] = (stm_bag_count){
            {0, 0}, g->all[0][k] + g->all[1][k], g->function[k]};
    return true;
}

static void put_in(stm_bag_count *c, int side)
{
    c->in[side]++;
    c->rest--;
}

static void take_out(stm_bag_count *c, int side)
{
    c->in[side]--;
    c->rest++;
}

/* Whole texts are counted already. */
static void set_whole(stm_bags *g, int side)
{
    for (uint32_t k = 0; k < g->stems; k++) {
        stm_bag_count *c = &g->count[k];
        c->in[side] = g->all[side][k];
        c->rest = g->all[!side][k] - c->in[!side];
    }
}

/* Nothing is in it any more. */
static void set_empty(stm_bags *g, int side)
{
    stm_bag_side *s = &g->side[side];
    if (s->span.to - s->span.from > g->stems)
        for (uint32_t k = 0; k < g->stems; k++) {
            g->count[k].rest += g->count[k].in[side];
            g->count[k].in[side] = 0;
        }
    else
        for (uint32_t i = s->span.from; i < s->span.to; i++)
            take_out(&g->count[s->stem[i]], side);
}

void stm_bags__set(stm_bags *g, int side, stm_span span)
{
    stm_bag_side *s = &g->side[side];
    uint32_t now = s->span.to - s->span.from;
    if (span.to - span.from == s->text->count &&
        s->text->count - now > g->stems / 2) {
        set_whole(g, side);
        s->span = span;
        return;
    }
    if (span.to <= s->span.from || span.from >= s->span.to) {
        set_empty(g, side);
        s->span = (stm_span){span.from, span.from};
    }
    while (s->span.from > span.from)
        put_in(&g->count[s->stem[--s->span.from]], side);
    while (s->span.to < span.to)
        put_in(&g->count[s->stem[s->span.to++]], side);
    while (s->span.from < span.from)
        take_out(&g->count[s->stem[s->span.from++]], side);
    while (s->span.to > span.to)
        take_out(&g->count[s->stem[--s->span.to]], side);
}

stm_span stm_bags__widened(const stm_bags *g, int side, stm_span at,
                           uint32_t by)
{
    uint32_t count = g->side[side].text->count;
    at.from = at.from > by ? at.from - by : 0;
    at.to = count - at.to > by ? at.to + by : count;
    return at;
}

static stm_gains model_of(const stm_bags *g, int side, float kept)
{
    const stm_bag_side *s = &g->side[side], *o = &g->side[!side];
    float words = (float)s->text->count + (float)o->text->count;
    float span = (float)(o->span.to - o->span.from);
    stm_gains m = {.count = g->count, .stem = s->stem, .taken = s->taken};
    m.side = side;
    m.span = s->span;
    m.kept = kept;
    m.missing = stm_align__log(1 - kept);
    m.most = 1 / g->floor;
    m.scale = (words + STM_REGION_PRIOR) / (span > 0 ? span : 1);
    m.known = 0;
    if (g->gains == stm_gains__scalar)
        stm_gains__know(&m);
    return m;
}

enum { STEP = 32 /* words whose gains are had at once */ };

/* Words before `core` until the sum has fallen far below its best. */
static uint32_t reach_back(const stm_bags *g, const stm_gains *m,
                           const stm_text *t, stm_span core)
{
    uint32_t at = core.from, done = core.from;
    float sum = 0, best = 0;
    while (at > 0 && sum >= best - STM_REGION_DROP &&
           t->gap[at - 1] == t->gap[core.from]) {
        if (at == done) {
            done = at > STEP ? at - STEP : 0;
            g->gains(m, done, at, g->gain);
        }
        sum += g->gain[--at];
        best = sum > best ? sum : best;
    }
    return at;
}

/* The same behind it. */
static uint32_t reach_on(const stm_bags *g, const stm_gains *m,
                         const stm_text *t, stm_span core)
{
    uint32_t at = core.to, done = core.to;
    float sum = 0, best = 0;
    while (at < t->count && sum >= best - STM_REGION_DROP &&
           t->gap[at] == t->gap[core.from]) {
        if (at == done) {
            done = t->count - at > STEP ? at + STEP : t->count;
            g->gains(m, at, done, g->gain);
        }
        sum += g->gain[at++];
        best = sum > best ? sum : best;
    }
    return at;
}

/* What it costs to begin or end a stretch before a word with these flags:
 * copies mostly begin and end with a sentence. */
static inline float edge_cost(uint8_t flags)
{
    static const float cost[] = {STM_REGION_INSIDE, 0};
    return cost[(flags & STM_WORD_SENTENCE) != 0];
}

typedef struct kadane {
    float run, best, cost; /* `cost`: to begin before the next word */
    uint32_t from;
    stm_span at;
} kadane;

static inline void take_word(kadane *k, uint32_t i, float gain, float cost)
{
    if (k->run < -k->cost)
        k->run = -k->cost, k->from = i;
    k->run += gain;
    k->cost = cost;
    if (k->run - cost > k->best)
        k->best = k->run - cost, k->at = (stm_span){k->from, i + 1};
}

/* The stretch of the largest sum (Kadane). */
static float largest(const stm_text *t, const float *gain, stm_span r,
                     stm_span *core)
{
    kadane k = {-INFINITY, -INFINITY, 0, r.from, *core};
    if (r.from == r.to)
        return k.best;
    k.cost = edge_cost(t->flags[r.from]);
    for (uint32_t i = r.from; i + 1 < r.to; i++)
        take_word(&k, i, gain[i], edge_cost(t->flags[i + 1]));
    uint8_t behind = r.to < t->count ? t->flags[r.to] : STM_WORD_SENTENCE;
    take_word(&k, r.to - 1, gain[r.to - 1], edge_cost(behind));
    *core = k.at;
    return k.best;
}

float stm_bags__stretch(const stm_bags *g, int side, float kept, stm_span *core)
{
    const stm_text *t = g->side[side].text;
    stm_gains m = model_of(g, side, kept);
    g->gains(&m, core->from, core->to, g->gain);
    stm_span r = {reach_back(g, &m, t, *core), reach_on(g, &m, t, *core)};
    return largest(t, g->gain, r, core);
}

float stm_bags__gain(const stm_bags *g, int side, float kept, stm_span at,
                     const bool *skip)
{
    stm_gains m = model_of(g, side, kept);
    float sum = 0;
    g->gains(&m, at.from, at.to, g->gain);
    for (uint32_t i = at.from; i < at.to; i++)
        if (!skip[i])
            sum += g->gain[i];
    return sum;
}

/* What a word that has its like says of whether it was kept, by how many stand
 * elsewhere; 2: not known yet. */
typedef struct kept_table {
    float share[2][STM_GAINS_KNOWN];
} kept_table;

static float kept_of(const stm_gains *m, kept_table *t, uint32_t function,
                     uint32_t outside)
{
    bool is_small = outside < STM_GAINS_KNOWN;
    float *known = &t->share[function][is_small ? outside : 0];
    if (is_small && *known <= 1)
        return *known;
    float gain = stm_gains__found(m, function, outside);
    float share = 1 - (1 - m->kept) / expf(gain);
    if (is_small)
        *known = share;
    return share;
}

float stm_bags__kept(const stm_bags *g, int side, float kept, stm_span at)
{
    stm_gains m = model_of(g, side, kept);
    kept_table table;
    float sum = 0, whole = 0;
    for (uint32_t n = 0; n < STM_GAINS_KNOWN; n++)
        table.share[0][n] = table.share[1][n] = 2;
    for (uint32_t i = at.from; i < at.to; i++) {
        const stm_bag_count *c = &g->count[m.stem[i]];
        float weight = stm_gains__weight(c->function);
        bool beyond = i < m.span.from || i >= m.span.to;
        whole += weight;
        if (c->in[!side] && !m.taken[i])
            sum += weight * kept_of(&m, &table, c->function, c->rest - beyond);
    }
    return whole > 0 ? sum / whole : kept;
}
