/* Seeds for reworded passages: blocks of the one text and windows of the other
 * in which rare stems meet, as dots crowd in a dot plot. Only stems that stand
 * in few places are followed, so the work grows with the texts. */
#include "align/regions.h"

#include "align/log.h"
#include "align/weights.h"

typedef struct plot {
    const stm_bags *g;
    uint32_t *start; /* [stems + 1] first place in B of a stem */
    uint32_t *place; /* [b->count] */
    uint32_t blocks; /* of B */
    float *sum;      /* [blocks + 2] what a block of B shares */
    uint32_t *touched, count;
    uint32_t *seen; /* [stems] the last block of A that has it, plus one */
    float *weight;  /* [stems] how surprising it is to meet it; 0: not rare */
} plot;

/* How surprising it is to meet this stem in a window by chance. */
static float surprise(const plot *x, uint32_t stem)
{
    uint32_t all = x->g->all[0][stem] + x->g->all[1][stem];
    float words =
        (float)x->g->side[0].text->count + (float)x->g->side[1].text->count;
    float rate =
        ((float)(all - 2) + STM_REGION_SEEN) / (words + STM_REGION_PRIOR);
    float hits = rate * 2 * STM_REGION_BLOCK;
    return stm_align__log((1 + hits) / hits);
}

/* In both texts, in few places. */
static bool is_rare(const plot *x, uint32_t stem)
{
    uint64_t a = x->g->all[0][stem], b = x->g->all[1][stem];
    return a && b && a * b <= STM_REGION_DOTS && !x->g->function[stem];
}

/* Weighs the stems and lists the places of those that are rare. */
static void list_places(plot *x)
{
    const stm_bag_side *b = &x->g->side[1];
    for (uint32_t s = 0; s < x->g->stems; s++) {
        bool rare = is_rare(x, s);
        x->weight[s] = rare ? surprise(x, s) : 0;
        x->start[s + 2] = x->start[s + 1] + (rare ? x->g->all[1][s] : 0);
    }
    for (uint32_t i = 0; i < b->text->count; i++)
        if (x->weight[b->stem[i]] > 0)
            x->place[x->start[b->stem[i] + 1]++] = i;
}

static bool plot_new(plot *x, stm_pair *p, const stm_bags *g)
{
    stm_arena *m = &p->mem;
    size_t stems = (size_t)p->stem_count + 2, words = g->side[1].text->count;
    *x = (plot){.g = g, .blocks = (uint32_t)words / STM_REGION_BLOCK + 1};
    x->start = STM_ARENA_NEW(m, uint32_t, stems + 1);
    x->place = STM_ARENA_RAW(m, uint32_t, words + 1);
    x->sum = STM_ARENA_NEW(m, float, (size_t)x->blocks + 2);
    x->touched = STM_ARENA_RAW(m, uint32_t, (size_t)x->blocks + 2);
    x->seen = STM_ARENA_NEW(m, uint32_t, stems);
    x->weight = STM_ARENA_RAW(m, float, stems);
    if (!x->start || !x->place || !x->sum || !x->touched || !x->seen ||
        !x->weight)
        return false;
    list_places(x);
    return true;
}

static void add_stem(plot *x, uint32_t stem)
{
    float w = x->weight[stem];
    uint32_t last = UINT32_MAX;
    for (uint32_t k = x->start[stem]; k < x->start[stem + 1]; k++) {
        uint32_t block = x->place[k] / STM_REGION_BLOCK;
        if (block == last)
            continue;
        if (x->sum[block] == 0)
            x->touched[x->count++] = block;
        x->sum[block] += w;
        last = block;
    }
}

/* Most lists have a dozen entries. */
static void sort(uint32_t *x, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++) {
        uint32_t at = i, one = x[i];
        for (; at && x[at - 1] > one; at--)
            x[at] = x[at - 1];
        x[at] = one;
    }
}

/* The blocks of B touched, ascending: by looking at all of them where that is
 * the shorter way. */
static void put_in_order(plot *x)
{
    enum { FEW = 32 };
    if (x->count <= FEW) {
        sort(x->touched, x->count);
        return;
    }
    x->count = 0;
    for (uint32_t b = 0; b < x->blocks; b++)
        if (x->sum[b] > 0)
            x->touched[x->count++] = b;
}

/* A window is two blocks; it is a seed where its neighbours have less. */
static bool add_window(const plot *x, stm_seeds *out, stm_span a, uint32_t b)
{
    float here = x->sum[b] + x->sum[b + 1];
    float before = b ? x->sum[b - 1] + x->sum[b] : 0;
    float after =
        b + 1 < x->blocks ? x->sum[b + 1] + x->sum[b + 2] : x->sum[b + 1];
    if (here < STM_REGION_SEED || here < before || here <= after)
        return true;
    uint32_t from = b * STM_REGION_BLOCK, to = from + 2 * STM_REGION_BLOCK;
    uint32_t end = x->g->side[1].text->count;
    stm_seed s = {a, {from, to < end ? to : end}, here, false};
    return stm_vec_push(out, s);
}

static bool add_windows(plot *x, stm_seeds *out, stm_span a)
{
    bool ok = true;
    uint32_t next = 0;
    put_in_order(x);
    for (uint32_t k = 0; ok && k < x->count; k++) {
        uint32_t b = x->touched[k];
        if (b && b - 1 >= next)
            ok = add_window(x, out, a, b - 1);
        ok = ok && add_window(x, out, a, b);
        next = b + 1;
    }
    for (uint32_t k = 0; k < x->count; k++)
        x->sum[x->touched[k]] = 0;
    x->count = 0;
    return ok;
}

static int heaviest_first(const void *x, const void *y)
{
    const stm_seed *a = x, *b = y;
    if (a->weight != b->weight)
        return a->weight < b->weight ? 1 : -1;
    if (a->a.from != b->a.from)
        return a->a.from < b->a.from ? -1 : 1;
    return (a->b.from > b->b.from) - (a->b.from < b->b.from);
}

bool stm_align__dots(stm_pair *p, const stm_bags *g, stm_seeds *seeds)
{
    plot x;
    size_t before = seeds->count;
    const stm_bag_side *a = &g->side[0];
    if (!plot_new(&x, p, g))
        return false;
    for (uint32_t from = 0; from < a->text->count; from += STM_REGION_BLOCK) {
        uint32_t left = a->text->count - from;
        stm_span at = {from, from + STM_REGION_BLOCK};
        if (left < STM_REGION_BLOCK)
            at.to = from + left;
        for (uint32_t i = at.from; i < at.to; i++) {
            uint32_t stem = a->stem[i];
            if (x.weight[stem] == 0 || x.seen[stem] == from + 1)
                continue;
            x.seen[stem] = from + 1;
            add_stem(&x, stem);
        }
        if (!add_windows(&x, seeds, at))
            return false;
    }
    if (seeds->count > before)
        qsort(seeds->items + before, seeds->count - before,
              sizeof *seeds->items, heaviest_first);
    return true;
}
