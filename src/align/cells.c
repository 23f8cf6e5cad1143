/* Candidate pairs of units and their similarity: weighted Dice over stems.
 *
 * An inverted list of B's stems gives each unit of A the units it shares weight
 * with; stems that stand in very many units are left out of the lists (not of
 * the similarity), so the work grows with the text and not with its square.
 * Exact runs add the units they cross, which keeps repetitive texts whole. */
#include "align/pair.h"

#include <math.h>

#include "align/weights.h"

/* Lists of the units of B that have a stem. */
typedef struct postings {
    uint32_t *start; /* [stem_count + 1] */
    uint32_t *unit;
    uint32_t longest; /* lists longer than this are not read */
} postings;

typedef struct gather {
    float *sum;        /* [b.unit_count] weight shared with the unit of A */
    uint32_t *touched; /* units with sum > 0 */
    uint32_t count;
    uint32_t *have; /* [stem_count] how often the unit of A has it */
    stm_cell *row;  /* candidates of this unit */
} gather;

static float shared_weight(const stm_pair *p, const stm_unit *a,
                           const stm_unit *b)
{
    const stm_bag_item *x = p->a.bag + a->bag, *xe = x + a->bags;
    const stm_bag_item *y = p->b.bag + b->bag, *ye = y + b->bags;
    float sum = 0;
    while (x < xe && y < ye) {
        if (x->stem == y->stem) {
            uint32_t n = x->count < y->count ? x->count : y->count;
            sum += (float)n * p->weight[x->stem];
            x++, y++;
        } else if (x->stem < y->stem) {
            x++;
        } else {
            y++;
        }
    }
    return sum;
}

/* The same, where it is known how often the one unit has each stem: stem by
 * stem in the same order, so that the sum is the same to the last bit. */
static float held_weight(const stm_pair *p, const uint32_t *have,
                         const stm_unit *b)
{
    const stm_bag_item *y = p->b.bag + b->bag, *end = y + b->bags;
    float sum = 0;
    for (; y < end; y++) {
        uint32_t x = have[y->stem], n = x < y->count ? x : y->count;
        sum += (float)n * p->weight[y->stem];
    }
    return sum;
}

static uint32_t count_in(const stm_side *s, uint32_t from, uint32_t n,
                         uint32_t stem)
{
    uint32_t count = 0;
    for (uint32_t k = from; k < from + n; k++)
        for (uint32_t i = 0; i < s->unit[k].bags; i++)
            if (s->bag[s->unit[k].bag + i].stem == stem)
                count += s->bag[s->unit[k].bag + i].count;
    return count;
}

static uint32_t stands_before(const stm_side *s, uint32_t from, uint32_t unit,
                              uint32_t stem)
{
    return count_in(s, from, unit - from, stem);
}

float stm_align__similarity(const stm_pair *p, uint32_t a, uint32_t na,
                            uint32_t b, uint32_t nb)
{
    float whole = 0, sum = 0;
    for (uint32_t k = a; k < a + na; k++)
        whole += p->a.unit[k].weight;
    for (uint32_t k = b; k < b + nb; k++)
        whole += p->b.unit[k].weight;
    if (na == 1 && nb == 1) {
        sum = shared_weight(p, &p->a.unit[a], &p->b.unit[b]);
        return whole > 0 ? 2 * sum / whole : 0;
    }
    for (uint32_t k = a; k < a + na; k++)
        for (uint32_t i = 0; i < p->a.unit[k].bags; i++) {
            uint32_t stem = p->a.bag[p->a.unit[k].bag + i].stem;
            if (stands_before(&p->a, a, k, stem))
                continue;
            uint32_t x = count_in(&p->a, a, na, stem);
            uint32_t y = count_in(&p->b, b, nb, stem);
            sum += (float)(x < y ? x : y) * p->weight[stem];
        }
    return whole > 0 ? 2 * sum / whole : 0;
}

static bool list_units(stm_pair *p, postings *l)
{
    const stm_side *s = &p->b;
    l->start = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)p->stem_count + 2);
    l->unit = STM_ARENA_NEW(&p->mem, uint32_t, (size_t)s->text->count + 1);
    if (!l->start || !l->unit)
        return false;
    for (uint32_t k = 0; k < s->unit_count; k++)
        for (uint32_t i = 0; i < s->unit[k].bags; i++)
            l->start[s->bag[s->unit[k].bag + i].stem + 2]++;
    for (uint32_t i = 2; i < p->stem_count + 2; i++)
        l->start[i] += l->start[i - 1];
    for (uint32_t k = 0; k < s->unit_count; k++)
        for (uint32_t i = 0; i < s->unit[k].bags; i++)
            l->unit[l->start[s->bag[s->unit[k].bag + i].stem + 1]++] = k;
    /* an eighth of a short text, a fixed number of a long one */
    l->longest = s->unit_count / 4 > 24 ? s->unit_count / 4 : 24;
    if (l->longest > 200)
        l->longest = 200;
    return true;
}

static void touch(gather *g, uint32_t unit, float weight)
{
    if (g->sum[unit] == 0)
        g->touched[g->count++] = unit;
    g->sum[unit] += weight;
}

/* Adds up what unit `a` shares with the units of B; returns the weight of its
 * stems whose lists were too long to read. */
static float add_up(const stm_pair *p, const postings *l, uint32_t a, gather *g)
{
    const stm_unit *u = &p->a.unit[a];
    float unread = 0;
    for (uint32_t i = 0; i < u->bags; i++) {
        stm_bag_item x = p->a.bag[u->bag + i];
        uint32_t from = l->start[x.stem], to = l->start[x.stem + 1];
        if (to - from > l->longest) {
            unread += (float)x.count * p->weight[x.stem];
            continue;
        }
        for (uint32_t k = from; k < to; k++)
            touch(g, l->unit[k], (float)x.count * p->weight[x.stem]);
    }
    return unread;
}

static int by_similarity(const void *x, const void *y)
{
    const stm_cell *a = x, *b = y;
    if (a->sim != b->sim)
        return a->sim < b->sim ? 1 : -1;
    return (a->b > b->b) - (a->b < b->b);
}

static int by_place(const void *x, const void *y)
{
    const stm_cell *a = x, *b = y;
    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static void have(const stm_pair *p, const stm_unit *u, gather *g, bool yes)
{
    for (uint32_t i = 0; i < u->bags; i++) {
        stm_bag_item x = p->a.bag[u->bag + i];
        g->have[x.stem] = yes ? x.count : 0;
    }
}

/* The candidates of unit `a`, from what was added up; returns how many. */
static uint32_t list_row(const stm_pair *p, uint32_t a, float unread, gather *g)
{
    uint32_t n = 0;
    const stm_unit *u = &p->a.unit[a];
    have(p, u, g, true);
    for (uint32_t k = 0; k < g->count; k++) {
        uint32_t b = g->touched[k];
        const stm_unit *v = &p->b.unit[b];
        float whole = u->weight + v->weight;
        float most = 2 * (g->sum[b] + unread) / whole;
        g->sum[b] = 0;
        if (most < STM_ALIGN_FAINT)
            continue;
        float sim = whole > 0 ? 2 * held_weight(p, g->have, v) / whole : 0;
        if (sim >= STM_ALIGN_FAINT)
            g->row[n++] = (stm_cell){a, b, sim};
    }
    have(p, u, g, false);
    g->count = 0;
    return n;
}

/* Of these the best, in whatever order. */
static bool keep_best(stm_pair *p, uint32_t a, float unread, gather *g)
{
    uint32_t n = list_row(p, a, unread, g);
    if (n > STM_ALIGN_CELLS) {
        qsort(g->row, n, sizeof *g->row, by_similarity);
        n = STM_ALIGN_CELLS;
    }
    for (uint32_t k = 0; k < n; k++)
        if (!stm_vec_push(&p->cells, g->row[k]))
            return false;
    return true;
}

static bool cells_of_run(stm_pair *p, stm_run r)
{
    uint32_t i = r.a, j = r.b, last_a = UINT32_MAX, last_b = UINT32_MAX;
    while (i < r.a + r.len) {
        uint32_t ua = p->a.unit_of[i], ub = p->b.unit_of[j];
        if (ua != last_a || ub != last_b) {
            float sim = stm_align__similarity(p, ua, 1, ub, 1);
            if (sim >= STM_ALIGN_FAINT &&
                !stm_vec_push(&p->cells, ((stm_cell){ua, ub, sim})))
                return false;
        }
        last_a = ua, last_b = ub;
        uint32_t to_a = p->a.unit[ua].at.to - i;
        uint32_t to_b = p->b.unit[ub].at.to - j;
        uint32_t step = to_a < to_b ? to_a : to_b;
        i += step, j += step;
    }
    return true;
}

/* Units of A that lie wholly in one long run need no other candidates. */
static bool *settled_units(stm_pair *p)
{
    bool *settled = STM_ARENA_NEW(&p->mem, bool, (size_t)p->a.unit_count + 1);
    if (!settled)
        return NULL;
    for (size_t k = 0; k < p->runs.count; k++) {
        stm_run r = p->runs.items[k];
        if (r.len < 3 * STM_ALIGN_SEED)
            continue;
        for (uint32_t u = p->a.unit_of[r.a]; u < p->a.unit_count; u++) {
            stm_span at = p->a.unit[u].at;
            if (at.to > r.a + r.len)
                break;
            settled[u] |= at.from >= r.a;
        }
    }
    return settled;
}

static void sort_row(stm_cell *row, size_t count)
{
    enum { FEW = 64 };
    if (count > FEW) {
        qsort(row, count, sizeof *row, by_place);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        stm_cell one = row[i];
        size_t at = i;
        for (; at && row[at - 1].b > one.b; at--)
            row[at] = row[at - 1];
        row[at] = one;
    }
}

/* Moves a row to where the row before it ends, doubles left out; returns where
 * it ends itself. */
static uint32_t move_row(stm_cell *cell, uint32_t from, uint32_t to,
                         uint32_t kept)
{
    uint32_t first = kept;
    for (uint32_t i = from; i < to; i++)
        if (kept == first || cell[kept - 1].b != cell[i].b)
            cell[kept++] = cell[i];
    return kept;
}

/* A counting sort by row, then each row by itself. */
bool stm_align__sort_cells(stm_pair *p)
{
    size_t rows = p->a.unit_count, count = p->cells.count;
    uint32_t *row = STM_ARENA_NEW(&p->mem, uint32_t, rows + 2), kept = 0;
    stm_cell *cell = p->cells.items;
    stm_cell *was = STM_ARENA_RAW(&p->mem, stm_cell, count);
    p->cell_row = row;
    if (!row || !was || count > UINT32_MAX)
        return false;
    if (!count)
        return true;
    for (size_t i = 0; i < count; i++) {
        was[i] = cell[i];
        row[cell[i].a + 2]++;
    }
    for (size_t i = 2; i < rows + 2; i++)
        row[i] += row[i - 1];
    for (size_t i = 0; i < count; i++)
        cell[row[was[i].a + 1]++] = was[i];
    for (size_t i = 0; i < rows; i++) {
        uint32_t from = row[i], to = row[i + 1];
        sort_row(cell + from, to - from);
        row[i] = kept;
        kept = move_row(cell, from, to, kept);
    }
    row[rows] = kept;
    p->cells.count = kept;
    return true;
}

bool stm_align__cells(stm_pair *p)
{
    postings l;
    size_t most = (size_t)p->b.unit_count + 1;
    gather g = {.sum = STM_ARENA_NEW(&p->mem, float, most),
                .touched = STM_ARENA_RAW(&p->mem, uint32_t, most),
                .have = STM_ARENA_NEW(&p->mem, uint32_t, p->stem_count),
                .row = STM_ARENA_RAW(&p->mem, stm_cell, most)};
    bool *settled = settled_units(p);
    if (!g.sum || !g.touched || !g.have || !g.row || !settled ||
        !list_units(p, &l))
        return false;
    for (size_t k = 0; k < p->runs.count; k++)
        if (!cells_of_run(p, p->runs.items[k]))
            return false;
    for (uint32_t a = 0; a < p->a.unit_count; a++) {
        if (settled[a])
            continue;
        if (!keep_best(p, a, add_up(p, &l, a, &g), &g))
            return false;
    }
    return stm_align__sort_cells(p);
}
