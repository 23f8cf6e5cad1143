/* The words of a text that keep the order of the places are a longest rising
 * sequence of their units (C. Schensted, Longest increasing and decreasing
 * subsequences, 1961: piles, by bisection); the others have moved. What stands
 * between two words that a unit keeps is of that unit, whatever it is. */
#include "edition/moved.h"

#include "edition/learn.h"

#include "base/hash.h"

/* One column under scrutiny; arrays by token. */
typedef struct scan {
    const stm_edition__bench *b;
    uint32_t column, count;
    uint32_t *unit;        /* where it has its place */
    uint32_t *pile, *back; /* token on each pile; the one below on the last */
    bool *kept;
    stm_range *own; /* [units] what the column keeps there */
    stm_edition__moves *out;
} scan;

static bool start(scan *s, stm_arena *mem)
{
    s->unit = STM_ARENA_NEW(mem, uint32_t, s->count);
    s->pile = STM_ARENA_NEW(mem, uint32_t, s->count);
    s->back = STM_ARENA_NEW(mem, uint32_t, s->count);
    s->kept = STM_ARENA_NEW(mem, bool, s->count);
    s->own = STM_ARENA_NEW(mem, stm_range, s->b->units);
    return s->unit && s->pile && s->back && s->kept && s->own;
}

/* The cells are by place; where they are by token, too, nothing has moved. */
static bool in_order(const stm_edition__column *c)
{
    for (uint32_t i = 1; i < c->count; i++)
        if (c->cell[i].token < c->cell[i - 1].token)
            return false;
    return true;
}

static void find_units(scan *s)
{
    const stm_edition__column *c = &s->b->column[s->column];
    for (uint32_t u = 0; u < s->b->units; u++)
        for (uint32_t i = c->from[u]; i < c->from[u + 1]; i++)
            s->unit[c->cell[i].token] = u;
}

/* The first pile whose last token has its place behind `unit`. */
static uint32_t pile_for(const scan *s, uint32_t piles, uint32_t unit)
{
    uint32_t from = 0, to = piles;
    while (from < to) {
        uint32_t mid = from + (to - from) / 2;
        if (s->unit[s->pile[mid]] <= unit)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

static void keep_longest(scan *s)
{
    uint32_t piles = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t k = pile_for(s, piles, s->unit[i]);
        s->back[i] = k ? s->pile[k - 1] : STM_NO_TOKEN;
        s->pile[k] = i;
        piles += k == piles;
    }
    uint32_t i = piles ? s->pile[piles - 1] : STM_NO_TOKEN;
    for (; i != STM_NO_TOKEN; i = s->back[i])
        s->kept[i] = true;
}

static void find_own(scan *s)
{
    for (uint32_t i = 0; i < s->count; i++) {
        stm_range *r = &s->own[s->unit[i]];
        if (s->kept[i])
            *r = (stm_range){r->end ? r->start : i, i + 1};
    }
    for (uint32_t u = 0; u < s->b->units; u++)
        for (uint32_t i = s->own[u].start; i < s->own[u].end; i++)
            s->kept[i] = true, s->unit[i] = u;
}

/* The cells of the unit are what the column keeps there. */
static bool is_usual(const scan *s, uint32_t unit)
{
    const stm_edition__column *c = &s->b->column[s->column];
    stm_range r = s->own[unit];
    if (c->from[unit + 1] - c->from[unit] != r.end - r.start)
        return false;
    for (uint32_t i = c->from[unit]; i < c->from[unit + 1]; i++)
        if (c->cell[i].token != r.start + (i - c->from[unit]))
            return false;
    return true;
}

static bool put_own(scan *s)
{
    for (uint32_t u = 0; u < s->b->units; u++) {
        stm_edition__move m = {.unit = u,
                               .column = s->column,
                               .from = s->own[u].start,
                               .to = s->own[u].end,
                               .home = u};
        if (!is_usual(s, u) && !stm_vec_push(&s->out->own, m))
            return false;
    }
    return true;
}

/* Moved words that stand on end and come from one unit, in one paragraph. */
static bool goes_on(const scan *s, uint32_t i)
{
    const stm_text *t = s->b->column[s->column].text;
    return i && !s->kept[i - 1] && s->unit[i] == s->unit[i - 1] &&
           !(t->flags[i] & STM_WORD_PARAGRAPH);
}

static bool put_gone(scan *s)
{
    stm_edition__move_vec *out = &s->out->gone;
    uint32_t at = 0, rank = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->kept[i]) {
            at = s->unit[i] + 1;
            rank = 0;
            continue;
        }
        stm_edition__move m = {.unit = at,
                               .column = s->column,
                               .from = i,
                               .to = i + 1,
                               .home = s->unit[i],
                               .rank = rank};
        if (goes_on(s, i))
            out->items[out->count - 1].to = i + 1;
        else if (rank++, !stm_vec_push(out, m))
            return false;
    }
    return true;
}

static void hash_lists(const scan *s, size_t from)
{
    const stm_text *t = s->b->column[s->column].text;
    uint64_t hash = 0;
    for (size_t i = from; i < s->out->gone.count; i++) {
        stm_edition__move *m = &s->out->gone.items[i];
        uint64_t words = stm_edition__phrase_hash(t, m->from, m->to - m->from);
        hash = stm_hash_pair(m->rank ? hash : 0, words);
        m->list = hash;
    }
}

static bool look_at(scan *s)
{
    size_t gone = s->out->gone.count;
    find_units(s);
    keep_longest(s);
    find_own(s);
    if (!put_own(s) || !put_gone(s))
        return false;
    hash_lists(s, gone);
    return true;
}

static int three_way(uint64_t a, uint64_t b) { return (a > b) - (a < b); }

static int by_unit(const void *x, const void *y)
{
    const stm_edition__move *a = x, *b = y;
    int c = three_way(a->unit, b->unit);
    if (!c)
        c = three_way(a->rank, b->rank);
    if (!c)
        c = three_way(a->leader, b->leader);
    return c ? c : three_way(a->column, b->column);
}

static int by_list(const void *x, const void *y)
{
    const stm_edition__move *a = x, *b = y;
    int c = three_way(a->unit, b->unit);
    if (!c)
        c = three_way(a->list, b->list);
    return c ? c : three_way(a->column, b->column);
}

static void sort(stm_edition__move_vec *v,
                 int (*order)(const void *, const void *))
{
    if (v->count)
        qsort(v->items, v->count, sizeof *v->items, order);
}

static void find_leaders(stm_edition__move_vec *v)
{
    stm_edition__move *m = v->items;
    sort(v, by_list);
    for (size_t i = 0; i < v->count; i++) {
        bool same =
            i && m[i].unit == m[i - 1].unit && m[i].list == m[i - 1].list;
        m[i].leader = same ? m[i - 1].leader : m[i].column;
    }
    sort(v, by_unit);
}

bool stm_edition__find_moves(stm_edition__moves *out,
                             const stm_edition__bench *b)
{
    stm_arena mem = {0};
    bool ok = true;
    *out = (stm_edition__moves){.own = {0}};
    for (uint32_t c = 0; ok && c < b->columns; c++) {
        scan s = {.b = b, .column = c, .count = b->column[c].count, .out = out};
        if (in_order(&b->column[c]))
            continue;
        ok = start(&s, &mem) && look_at(&s);
        stm_arena_reset(&mem);
    }
    stm_arena_free(&mem);
    sort(&out->own, by_unit);
    find_leaders(&out->gone);
    return ok;
}

void stm_edition__moves_free(stm_edition__moves *m)
{
    stm_vec_free(&m->own);
    stm_vec_free(&m->gone);
}
