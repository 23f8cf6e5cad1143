/* Iterated local alignment over the sparse matrix of unit similarities (Smith
 * and Waterman 1981 over sentences, as Vingron and Waterman's near-optimal
 * blocks): every block is a path down and to the right, takes its rows and
 * columns, and the next one is sought in what is left, so passages that moved
 * are found as blocks of their own. */
#include "align/pair.h"

#include <math.h>

#include "align/weights.h"

enum { ROUNDS = 4, NO_CELL = -1 };

typedef struct chainer {
    stm_pair *p;
    uint32_t *row;          /* [a.unit_count + 1] first cell of a row */
    float *best;            /* [cells] gain of the best path that ends here */
    int32_t *before;        /* [cells] the step before, or NO_CELL */
    uint32_t *order;        /* cells by gain */
    float *most_a, *most_b; /* highest similarity of a row, of a column */
    bool *used_a, *used_b;
} chainer;

/* A unit is not given away to a faint likeness that merely lies in the path
 * when a far better one stands elsewhere. */
static bool outshone(const chainer *c, const stm_cell *x)
{
    float most =
        c->most_a[x->a] > c->most_b[x->b] ? c->most_a[x->a] : c->most_b[x->b];
    return x->sim < STM_ALIGN_OUTSHONE * most;
}

/* Short units say little: their gain grows with their content words. */
static float gain(const stm_pair *p, const stm_cell *c)
{
    uint32_t x = p->a.unit[c->a].content, y = p->b.unit[c->b].content;
    float words = (float)(x < y ? x : y), value = c->sim - STM_ALIGN_NEUTRAL;
    if (value > 0 && words < STM_ALIGN_FULL_WORDS)
        value *= words / STM_ALIGN_FULL_WORDS;
    return value;
}

static uint32_t first_from(const stm_cells *cells, uint32_t lo, uint32_t hi,
                           uint32_t b)
{
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (cells->items[mid].b < b)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* The best step before cell `k` in row `row`. */
static void look_back(chainer *c, uint32_t k, uint32_t row, float value)
{
    const stm_cells *cells = &c->p->cells;
    uint32_t b = cells->items[k].b, a = cells->items[k].a;
    uint32_t low = b > STM_ALIGN_REACH + 1 ? b - STM_ALIGN_REACH - 1 : 0;
    uint32_t to = c->row[row + 1];
    for (uint32_t m = first_from(cells, c->row[row], to, low); m < to; m++) {
        const stm_cell *x = &cells->items[m];
        if (x->b >= b)
            break;
        if (c->best[m] <= 0)
            continue;
        uint32_t left_out = (a - row - 1) + (b - x->b - 1);
        float sum = c->best[m] + value - STM_ALIGN_GAP * (float)left_out;
        if (sum > c->best[k]) {
            c->best[k] = sum;
            c->before[k] = (int32_t)m;
        }
    }
}

static void score_paths(chainer *c)
{
    const stm_cells *cells = &c->p->cells;
    for (uint32_t k = 0; k < cells->count; k++) {
        const stm_cell *x = &cells->items[k];
        c->before[k] = NO_CELL;
        c->best[k] = 0;
        if (c->used_a[x->a] || c->used_b[x->b] || outshone(c, x))
            continue;
        float value = gain(c->p, x);
        c->best[k] = value > 0 ? value : 0;
        uint32_t low =
            x->a > STM_ALIGN_REACH + 1 ? x->a - STM_ALIGN_REACH - 1 : 0;
        for (uint32_t row = x->a; row-- > low;)
            look_back(c, k, row, value);
    }
}

/* Takes the path that ends at `k` as far back as it is free. Links come out
 * last first; false when out of memory. */
static bool take_path(chainer *c, uint32_t k, bool *taken)
{
    const stm_cell *cell = c->p->cells.items;
    float sum = 0;
    int32_t stop = (int32_t)k;
    for (; stop != NO_CELL; stop = c->before[stop]) {
        if (c->used_a[cell[stop].a] || c->used_b[cell[stop].b])
            break;
        int32_t next = c->before[stop];
        sum = c->best[k] - (next == NO_CELL ? 0 : c->best[next]);
    }
    if (sum < STM_ALIGN_BLOCK)
        return true;
    *taken = true;
    for (int32_t m = (int32_t)k; m != stop; m = c->before[m]) {
        if (cell[m].sim < STM_ALIGN_LINK)
            continue;
        c->used_a[cell[m].a] = c->used_b[cell[m].b] = true;
        stm_link link = {c->p->a.unit[cell[m].a].at,
                         c->p->b.unit[cell[m].b].at};
        if (!stm_vec_push(&c->p->links, link))
            return false;
    }
    return true;
}

static int by_gain(const void *x, const void *y, void *user)
{
    const chainer *c = user;
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    if (c->best[a] != c->best[b])
        return c->best[a] < c->best[b] ? 1 : -1;
    return (a > b) - (a < b);
}

static bool one_round(chainer *c, bool *taken)
{
    uint32_t n = 0;
    score_paths(c);
    for (uint32_t k = 0; k < c->p->cells.count; k++)
        if (c->best[k] >= STM_ALIGN_BLOCK)
            c->order[n++] = k;
    if (n)
        qsort_r(c->order, n, sizeof *c->order, by_gain, c);
    for (uint32_t k = 0; k < n; k++)
        if (!take_path(c, c->order[k], taken))
            return false;
    return true;
}

/* Is unit `u` of a side free, and in the same stretch of content as `v`? */
static bool can_join(const stm_side *s, const bool *used, uint32_t u,
                     uint32_t v)
{
    return u < s->unit_count && !used[u] &&
           s->text->gap[s->unit[u].at.from] == s->text->gap[s->unit[v].at.from];
}

/* One sentence that became two (or two that became one): lets a link take a
 * free neighbour when both together are clearly more alike. */
static void widen(chainer *c, stm_link *link)
{
    enum { MARGIN_PERCENT = 4 };
    stm_pair *p = c->p;
    uint32_t a = p->a.unit_of[link->a.from], b = p->b.unit_of[link->b.from];
    float most = stm_align__similarity(p, a, 1, b, 1) + MARGIN_PERCENT / 100.f;
    for (int side = 0; side < 4; side++) {
        bool in_a = side < 2, after = side % 2;
        stm_side *s = in_a ? &p->a : &p->b;
        bool *used = in_a ? c->used_a : c->used_b;
        uint32_t from = in_a ? a : b, other = after ? from + 1 : from - 1;
        if (!can_join(s, used, other, from))
            continue;
        uint32_t low = after ? from : other;
        float sim = in_a ? stm_align__similarity(p, low, 2, b, 1)
                         : stm_align__similarity(p, a, 1, low, 2);
        if (sim < most)
            continue;
        used[other] = true;
        stm_span both = {s->unit[low].at.from, s->unit[low + 1].at.to};
        *(in_a ? &link->a : &link->b) = both;
        return;
    }
}

static bool chainer_new(chainer *c)
{
    stm_arena *m = &c->p->mem;
    size_t cells = c->p->cells.count + 1, a = c->p->a.unit_count;
    c->row = STM_ARENA_NEW(m, uint32_t, a + 2);
    c->best = STM_ARENA_NEW(m, float, cells);
    c->before = STM_ARENA_NEW(m, int32_t, cells);
    c->order = STM_ARENA_NEW(m, uint32_t, cells);
    c->used_a = STM_ARENA_NEW(m, bool, a + 1);
    c->used_b = STM_ARENA_NEW(m, bool, (size_t)c->p->b.unit_count + 1);
    c->most_a = STM_ARENA_NEW(m, float, a + 1);
    c->most_b = STM_ARENA_NEW(m, float, (size_t)c->p->b.unit_count + 1);
    if (!c->row || !c->best || !c->before || !c->order || !c->used_a ||
        !c->used_b || !c->most_a || !c->most_b || c->p->cells.count > INT32_MAX)
        return false;
    for (size_t k = 0; k < c->p->cells.count; k++) {
        stm_cell x = c->p->cells.items[k];
        c->row[x.a + 1]++;
        c->most_a[x.a] = fmaxf(c->most_a[x.a], x.sim);
        c->most_b[x.b] = fmaxf(c->most_b[x.b], x.sim);
    }
    for (size_t i = 1; i <= a; i++)
        c->row[i] += c->row[i - 1];
    return true;
}

bool stm_align__chain(stm_pair *p)
{
    chainer c = {.p = p};
    bool taken = true;
    p->links.count = 0;
    if (!chainer_new(&c))
        return false;
    for (int round = 0; taken && round < ROUNDS; round++) {
        taken = false;
        if (!one_round(&c, &taken))
            return false;
    }
    for (size_t k = 0; k < p->links.count; k++)
        widen(&c, &p->links.items[k]);
    return true;
}
