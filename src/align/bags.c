/* A word that stands in both stretches is either kept from a common source
 * (with the chance `kept`) or met by chance. Chance follows from how often the
 * pair has the stem elsewhere: a name that runs through both texts says little,
 * one that stands in these two places only says much, and no list of any
 * language is needed. The gain of a word is the logarithm of the ratio of the
 * two explanations; a word without its like costs log(1 - kept). A stem that
 * stands more often here than there counts only as often as there. */
#include "align/bags.h"

#include <math.h>
#include <string.h>

#include "align/weights.h"

enum { OUTSIDE = 32 /* counts with a place in the table */ };

/* Gains for one span of the other side, by the count outside; 0: not yet. */
typedef struct model {
    float kept, missing, most, scale;
    float gain[2][OUTSIDE];
} model;

static bool side_new(stm_bag_side *s, const stm_side *from, stm_pair *p)
{
    size_t tokens = (size_t)from->text->count + 1;
    s->text = from->text;
    s->stem = from->stem;
    s->all = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->stem_count + 1);
    s->in = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->stem_count + 1);
    s->taken = STM_ARENA_NEW(&p->mem, bool, tokens);
    if (!s->all || !s->in || !s->taken)
        return false;
    for (uint32_t i = 0; i < from->text->count; i++)
        s->all[from->stem[i]]++;
    return true;
}

bool stm_bags__new(stm_bags *g, stm_pair *p)
{
    uint32_t a = p->a.text->count, b = p->b.text->count;
    *g = (stm_bags){.function = p->function, .floor = STM_REGION_FLOOR};
    g->gain = STM_ARENA_NEW(&p->mem, float, (size_t)(a > b ? a : b) + 1);
    return g->gain && side_new(&g->side[0], &p->a, p) &&
           side_new(&g->side[1], &p->b, p);
}

void stm_bags__set(stm_bags *g, int side, stm_span span)
{
    stm_bag_side *s = &g->side[side];
    if (span.to <= s->span.from || span.from >= s->span.to) {
        for (uint32_t i = s->span.from; i < s->span.to; i++)
            s->in[s->stem[i]]--;
        s->span = (stm_span){span.from, span.from};
    }
    while (s->span.from > span.from)
        s->in[s->stem[--s->span.from]]++;
    while (s->span.to < span.to)
        s->in[s->stem[s->span.to++]]++;
    while (s->span.from < span.from)
        s->in[s->stem[s->span.from++]]--;
    while (s->span.to > span.to)
        s->in[s->stem[--s->span.to]]--;
}

stm_span stm_bags__widened(const stm_bags *g, int side, stm_span at,
                           uint32_t by)
{
    uint32_t count = g->side[side].text->count;
    at.from = at.from > by ? at.from - by : 0;
    at.to = count - at.to > by ? at.to + by : count;
    return at;
}

static model model_of(const stm_bags *g, int side, float kept)
{
    const stm_bag_side *s = &g->side[side], *o = &g->side[!side];
    float words = (float)s->text->count + (float)o->text->count;
    float span = (float)(o->span.to - o->span.from);
    model m = {.kept = kept, .missing = logf(1 - kept), .most = 1 / g->floor};
    m.scale = (words + STM_REGION_PRIOR) / (span > 0 ? span : 1);
    return m;
}

/* log(kept / chance + 1 - kept), chance from the count outside. */
static float fresh_gain(const model *m, bool function, uint32_t outside)
{
    float seen = (float)outside +
                 (function ? STM_REGION_SEEN_FUNCTION : STM_REGION_SEEN);
    float rarity = fminf(1 + m->scale / seen, m->most);
    return logf(m->kept * rarity + 1 - m->kept);
}

static float found_gain(model *m, bool function, uint32_t outside)
{
    if (outside >= OUTSIDE)
        return fresh_gain(m, function, outside);
    float *known = &m->gain[function][outside];
    if (*known == 0)
        *known = fresh_gain(m, function, outside);
    return *known;
}

/* How often the pair has the stem of word `i` elsewhere. */
static uint32_t outside(const stm_bags *g, int side, uint32_t i)
{
    const stm_bag_side *s = &g->side[side], *o = &g->side[!side];
    uint32_t stem = s->stem[i], all = s->all[stem] + o->all[stem];
    uint32_t in = s->in[stem] + o->in[stem];
    in += i < s->span.from || i >= s->span.to;
    return all > in ? all - in : 0;
}

static float word_gain(const stm_bags *g, int side, model *m, uint32_t i)
{
    const stm_bag_side *s = &g->side[side];
    uint32_t stem = s->stem[i], there = g->side[!side].in[stem];
    bool function = g->function[stem];
    float weight = function ? STM_REGION_FUNCTION : 1, gain = m->missing;
    if (s->taken[i])
        return STM_REGION_TAKEN;
    if (there) {
        uint32_t here = s->in[stem] + (i < s->span.from || i >= s->span.to);
        float fit = here > there ? (float)there / (float)here : 1;
        gain = found_gain(m, function, outside(g, side, i));
        gain = fit * gain + (1 - fit) * m->missing;
    }
    return weight * gain;
}

/* Words from `core` outwards until the sum has fallen far below its best. */
static stm_span reach(const stm_bags *g, int side, model *m, stm_span core)
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
        best = fmaxf(best, sum);
    }
    sum = best = 0;
    while (r.to < t->count && sum >= best - STM_REGION_DROP &&
           t->gap[r.to] == t->gap[core.from]) {
        sum += g->gain[r.to] = word_gain(g, side, m, r.to);
        best = fmaxf(best, sum);
        r.to++;
    }
    return r;
}

static bool starts_sentence(const stm_text *t, uint32_t i)
{
    return i == t->count || t->flags[i] & STM_WORD_SENTENCE;
}

/* The stretch of the largest sum (Kadane), where an end inside a sentence
 * costs something: copies mostly begin and end with one. */
float stm_bags__stretch(const stm_bags *g, int side, float kept, stm_span *core)
{
    const stm_text *t = g->side[side].text;
    model m = model_of(g, side, kept);
    stm_span r = reach(g, side, &m, *core);
    float run = -INFINITY, best = -INFINITY;
    uint32_t from = r.from;
    for (uint32_t i = r.from; i < r.to; i++) {
        float start = starts_sentence(t, i) ? 0 : -STM_REGION_INSIDE;
        if (run < start)
            run = start, from = i;
        run += g->gain[i];
        float end = starts_sentence(t, i + 1) ? 0 : -STM_REGION_INSIDE;
        if (run + end > best)
            best = run + end, *core = (stm_span){from, i + 1};
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
    const stm_bag_side *s = &g->side[side], *o = &g->side[!side];
    model m = model_of(g, side, kept);
    float sum = 0, whole = 0;
    for (uint32_t i = at.from; i < at.to; i++) {
        bool function = g->function[s->stem[i]];
        float weight = function ? STM_REGION_FUNCTION : 1;
        whole += weight;
        if (!o->in[s->stem[i]] || s->taken[i])
            continue;
        float gain = found_gain(&m, function, outside(g, side, i));
        sum += weight * (1 - (1 - kept) / expf(gain));
    }
    return whole > 0 ? sum / whole : kept;
}
