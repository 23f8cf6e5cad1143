/* Second sources inside a family. A reading that a text does not share with its
 * source, but with a text elsewhere in the tree, came from there or went there.
 * One coincidence means nothing; several readings, or one long passage, make a
 * secondary edge. */
#include <stdlib.h>

#include "tree/output.h"
#include "tree/weights.h"

enum { MOST_HOLDERS = 32 }; /* looked at for each reading */

/* Who has each place: captures start[p]..start[p + 1] of `holder`. */
typedef struct index {
    uint32_t *start, *holder;
} index;

/* What `v` shares with `u` beyond its source. */
typedef struct tally {
    uint32_t words, events, run, longest;
    uint32_t last; /* cell of v counted last, plus one */
} tally;

typedef struct second {
    uint32_t u, v; /* nodes of the family */
    uint32_t words;
} second;

typedef struct job {
    stm_tree__output *out;
    const stm_tree__family *f;
    const uint32_t *out_of;
    stm_arena mem;
    index index;
    tally *tally; /* [captures] */
    STM_VEC(uint32_t) touched;
    STM_VEC(second) found;
} job;

static bool build_index(job *j)
{
    const stm_tree__node *n = j->f->node.items;
    uint32_t places = j->f->places;
    size_t cells = 0;
    uint32_t *start = STM_ARENA_NEW(&j->mem, uint32_t, (size_t)places + 2);
    if (!start)
        return false;
    for (uint32_t u = 0; u < j->f->captures; u++)
        for (uint32_t i = 0; i < n[u].row.count; i++, cells++)
            start[n[u].row.place[i] + 2]++;
    for (uint32_t p = 0; p < places; p++)
        start[p + 2] += start[p + 1];
    j->index = (index){start, STM_ARENA_NEW(&j->mem, uint32_t, cells)};
    if (!j->index.holder)
        return false;
    for (uint32_t u = 0; u < j->f->captures; u++)
        for (uint32_t i = 0; i < n[u].row.count; i++)
            j->index.holder[start[n[u].row.place[i] + 1]++] = u;
    return true;
}

/* `cell` of v is a reading that its source lacks: who else has it? */
static bool count_holders(job *j, uint32_t v, uint32_t cell)
{
    uint32_t place = j->f->node.items[v].row.place[cell];
    uint32_t from = j->index.start[place], to = j->index.start[place + 1];
    if (to - from > MOST_HOLDERS)
        to = from + MOST_HOLDERS;
    for (uint32_t i = from; i < to; i++) {
        uint32_t u = j->index.holder[i];
        if (stm_tree__is_below(j->f, u, v))
            continue;
        tally *t = &j->tally[u];
        if (!t->words && !stm_vec_push(&j->touched, u))
            return false;
        if (!t->words || t->last != cell)
            t->events++, t->run = 0;
        t->words++, t->run++, t->last = cell + 1;
        t->longest = t->run > t->longest ? t->run : t->longest;
    }
    return true;
}

static bool count_own(job *j, uint32_t v)
{
    const stm_tree__node *n = j->f->node.items;
    const stm_tree__row *mine = &n[v].row, *above = &n[n[v].parent].row;
    for (uint32_t i = 0, k = 0; i < mine->count; i++) {
        uint32_t place = mine->place[i];
        while (k < above->count && above->place[k] < place)
            k++;
        if ((k == above->count || above->place[k] != place) &&
            !count_holders(j, v, i))
            return false;
    }
    return true;
}

static uint32_t least_events(const stm_tree__family *f)
{
    return f->manuscripts ? STM_TREE_SECOND_COPIED : STM_TREE_SECOND_EVENTS;
}

/* The text that explains most; of several the one nearest to the root. */
static void keep_best(job *j, uint32_t v, second *best)
{
    for (size_t i = 0; i < j->touched.count; i++) {
        uint32_t u = j->touched.items[i];
        tally t = j->tally[u];
        j->tally[u] = (tally){0};
        if (t.events < least_events(j->f) && t.longest < STM_TREE_SECOND_WORDS)
            continue;
        uint32_t depth = j->f->node.items[u].depth;
        uint32_t least = j->f->node.items[best->u].depth;
        if (t.words > best->words ||
            (t.words == best->words &&
             (depth < least || (depth == least && u < best->u))))
            *best = (second){u, v, t.words};
    }
    j->touched.count = 0;
}

static bool find_second(job *j, uint32_t v)
{
    second best = {0};
    if (!count_own(j, v))
        return false;
    keep_best(j, v, &best);
    if (!best.words)
        return true;
    stm_tree__pair p = stm_tree__nodes_pair(j->f, best.u, v);
    if (p.up > p.down)
        best = (second){v, best.u, best.words};
    return stm_vec_push(&j->found, best);
}

static int by_couple(const void *x, const void *y)
{
    const second *a = x, *b = y;
    uint32_t a_low = a->u < a->v ? a->u : a->v;
    uint32_t b_low = b->u < b->v ? b->u : b->v;
    uint32_t a_sum = a->u + a->v, b_sum = b->u + b->v;
    if (a_low != b_low)
        return a_low < b_low ? -1 : 1;
    if (a_sum != b_sum)
        return a_sum < b_sum ? -1 : 1;
    return (a->words < b->words) - (a->words > b->words);
}

/* Both ends may have found each other: one edge a couple. */
static bool add_found(job *j)
{
    second *s = j->found.items;
    if (j->found.count)
        qsort(s, j->found.count, sizeof *s, by_couple);
    for (size_t i = 0; i < j->found.count; i++) {
        if (i && s[i - 1].u + s[i - 1].v == s[i].u + s[i].v &&
            (s[i - 1].u == s[i].u || s[i - 1].u == s[i].v))
            continue;
        stm_tree__pair p = stm_tree__nodes_pair(j->f, s[i].u, s[i].v);
        stm_secondary edge = {j->out_of[s[i].u], j->out_of[s[i].v], s[i].words,
                              p.down > p.up ? 0.6 : 0.5};
        if (!stm_vec_push(&j->out->secondary, edge))
            return false;
    }
    return true;
}

bool stm_tree__contamination(stm_tree__output *out, const stm_tree__family *f,
                             const uint32_t *out_of)
{
    if (f->captures < 3)
        return true;
    job j = {.out = out, .f = f, .out_of = out_of};
    j.tally = STM_ARENA_NEW(&j.mem, tally, f->captures);
    bool ok = j.tally && build_index(&j);
    for (uint32_t v = 0; ok && v < f->captures; v++)
        if (f->node.items[v].parent != STM_LOST)
            ok = find_second(&j, v);
    ok = ok && add_found(&j);
    stm_vec_free(&j.touched);
    stm_vec_free(&j.found);
    stm_arena_free(&j.mem);
    return ok;
}
