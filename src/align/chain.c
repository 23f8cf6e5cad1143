/* Iterated local alignment over the sparse matrix of unit similarities (Smith
 * and Waterman 1981 over sentences, as Vingron and Waterman's near-optimal
 * blocks): every block is a path down and to the right, takes its rows and
 * columns, and the next one is sought in what is left, so passages that moved
 * are found as blocks of their own. */
#include "align/pair.h"

#include <math.h>

#include "align/weights.h"

enum { ROUNDS = 4, NO_STEP = -1 };

/* A cell that a path may take. */
typedef struct step {
    uint32_t a, b; /* units */
    float sim;
    float value;    /* what it gains by itself */
    float best;     /* gain of the best path that ends here */
    int32_t before; /* the step before, or NO_STEP */
} step;

typedef struct chainer {
    stm_pair *p;
    step *steps; /* by (a, b) */
    uint32_t count;
    uint32_t *row;   /* [a.unit_count + 1] first step of a row */
    uint32_t *order; /* steps by gain */
    bool *used_a, *used_b;
} chainer;

/* Highest similarity of a row, of a column. */
typedef struct heights {
    float *a, *b;
} heights;

/* A unit is not given away to a faint likeness that merely lies in the path
 * when a far better one stands elsewhere. */
static bool outshone(const heights *h, const stm_cell *x)
{
    float most = h->a[x->a] > h->b[x->b] ? h->a[x->a] : h->b[x->b];
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

static uint32_t first_from(const step *steps, uint32_t lo, uint32_t hi,
                           uint32_t b)
{
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (steps[mid].b < b)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* The best step before `k` in row `row`. */
static void look_back(chainer *c, step *k, uint32_t row)
{
    uint32_t low = k->b > STM_ALIGN_REACH + 1 ? k->b - STM_ALIGN_REACH - 1 : 0;
    uint32_t to = c->row[row + 1];
    for (uint32_t m = first_from(c->steps, c->row[row], to, low); m < to; m++) {
        const step *x = &c->steps[m];
        if (x->b >= k->b)
            break;
        if (x->best <= 0)
            continue;
        uint32_t left_out = (k->a - row - 1) + (k->b - x->b - 1);
        float sum = x->best + k->value - STM_ALIGN_GAP * (float)left_out;
        if (sum > k->best) {
            k->best = sum;
            k->before = (int32_t)m;
        }
    }
}

static void score_paths(chainer *c)
{
    for (uint32_t i = 0; i < c->count; i++) {
        step *k = &c->steps[i];
        k->before = NO_STEP;
        k->best = k->value > 0 ? k->value : 0;
        uint32_t low =
            k->a > STM_ALIGN_REACH + 1 ? k->a - STM_ALIGN_REACH - 1 : 0;
        for (uint32_t row = k->a; row-- > low;)
            look_back(c, k, row);
    }
}

/* Takes the path that ends at `k` as far back as it is free. Links come out
 * last first; false when out of memory. */
static bool take_path(chainer *c, uint32_t k, bool *taken)
{
    const step *steps = c->steps;
    float sum = 0;
    int32_t stop = (int32_t)k;
    for (; stop != NO_STEP; stop = steps[stop].before) {
        if (c->used_a[steps[stop].a] || c->used_b[steps[stop].b])
            break;
        int32_t next = steps[stop].before;
        sum = steps[k].best - (next == NO_STEP ? 0 : steps[next].best);
    }
    if (sum < STM_ALIGN_BLOCK)
        return true;
    *taken = true;
    for (int32_t m = (int32_t)k; m != stop; m = steps[m].before) {
        if (steps[m].sim < STM_ALIGN_LINK)
            continue;
        c->used_a[steps[m].a] = c->used_b[steps[m].b] = true;
        stm_link link = {c->p->a.unit[steps[m].a].at,
                         c->p->b.unit[steps[m].b].at};
        if (!stm_vec_push(&c->p->links, link))
            return false;
    }
    return true;
}

static int by_gain(const void *x, const void *y, void *user)
{
    const chainer *c = user;
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    if (c->steps[a].best != c->steps[b].best)
        return c->steps[a].best < c->steps[b].best ? 1 : -1;
    return (a > b) - (a < b);
}

/* Where each row begins. */
static void find_rows(chainer *c)
{
    uint32_t row = 0;
    for (uint32_t k = 0; k < c->count; k++)
        while (row <= c->steps[k].a)
            c->row[row++] = k;
    while (row <= c->p->a.unit_count)
        c->row[row++] = c->count;
}

/* What has been taken leads nowhere any more. */
static void drop_used(chainer *c)
{
    uint32_t kept = 0;
    for (uint32_t k = 0; k < c->count; k++)
        if (!c->used_a[c->steps[k].a] && !c->used_b[c->steps[k].b])
            c->steps[kept++] = c->steps[k];
    c->count = kept;
}

static bool one_round(chainer *c, bool *taken)
{
    uint32_t n = 0;
    find_rows(c);
    score_paths(c);
    for (uint32_t k = 0; k < c->count; k++)
        if (c->steps[k].best >= STM_ALIGN_BLOCK)
            c->order[n++] = k;
    if (n)
        qsort_r(c->order, n, sizeof *c->order, by_gain, c);
    for (uint32_t k = 0; k < n; k++)
        if (!take_path(c, c->order[k], taken))
            return false;
    drop_used(c);
    return true;
}

/* Is unit `u` of a side free, and in the same stretch of content as `v`? */
static bool can_join(const stm_side *s, const bool *used, uint32_t u,
                     uint32_t v)
{
    return u < s->unit_count && !used[u] &&
           s->text->gap[s->unit[u].at.from] == s->text->gap[s->unit[v].at.from];
}

/* No more alike than this, whatever their words are: all of the lighter side
 * is found in the other. A little more, as sums are rounded. */
static float most_alike(float x, float y)
{
    float less = x < y ? x : y;
    return x + y > 0 ? 2.0001f * less / (x + y) : 0;
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
        float two = s->unit[low].weight + s->unit[low + 1].weight;
        float one = in_a ? p->b.unit[b].weight : p->a.unit[a].weight;
        if (most_alike(two, one) < most)
            continue;
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

static bool measure(const stm_pair *p, heights *h, stm_arena *m)
{
    h->a = STM_ARENA_NEW(m, float, (size_t)p->a.unit_count + 1);
    h->b = STM_ARENA_NEW(m, float, (size_t)p->b.unit_count + 1);
    if (!h->a || !h->b)
        return false;
    for (size_t k = 0; k < p->cells.count; k++) {
        stm_cell x = p->cells.items[k];
        h->a[x.a] = fmaxf(h->a[x.a], x.sim);
        h->b[x.b] = fmaxf(h->b[x.b], x.sim);
    }
    return true;
}

static void list_steps(chainer *c, const heights *h)
{
    for (size_t k = 0; k < c->p->cells.count; k++) {
        const stm_cell *x = &c->p->cells.items[k];
        if (outshone(h, x))
            continue;
        c->steps[c->count++] =
            (step){.a = x->a, .b = x->b, .sim = x->sim, .value = gain(c->p, x)};
    }
}

static bool chainer_new(chainer *c)
{
    stm_arena *m = &c->p->mem;
    heights h;
    size_t cells = c->p->cells.count + 1, a = c->p->a.unit_count;
    c->steps = STM_ARENA_RAW(m, step, cells);
    c->row = STM_ARENA_RAW(m, uint32_t, a + 1);
    c->order = STM_ARENA_RAW(m, uint32_t, cells);
    c->used_a = STM_ARENA_NEW(m, bool, a + 1);
    c->used_b = STM_ARENA_NEW(m, bool, (size_t)c->p->b.unit_count + 1);
    if (!c->steps || !c->row || !c->order || !c->used_a || !c->used_b ||
        c->p->cells.count > INT32_MAX || !measure(c->p, &h, m))
        return false;
    list_steps(c, &h);
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
