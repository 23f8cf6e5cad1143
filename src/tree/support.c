/* How often each edge is drawn again from readings drawn anew. An edge parts
 * the captures in two; it is found again where the new tree has an edge that
 * parts them alike, and that still ends in the captures it ended in. Which way
 * it runs is another question, and has its own confidence.
 *
 * Nothing is aligned again: the collation stands, and the tree is built of it
 * by the same steps up to its root. Of a large family each capture is compared
 * with its nearest only, and trees are drawn as far as the work allowed goes.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "tree/output.h"
#include "tree/resample.h"
#include "tree/weights.h"

#define NO_END UINT32_MAX

/* An edge by how it parts the captures, and its ends that are captures. */
typedef struct side {
    uint64_t parts;
    uint32_t a, b;
} side;

typedef struct survey {
    const stm_tree__family *f;
    stm_tree__input in; /* with relations of near captures only */
    stm_tree__sample sample;
    uint64_t *key; /* [captures] */
    uint64_t all;  /* of all captures together */
    uint32_t *votes;
    side *wanted; /* [edges] */
    uint32_t *found;
    size_t edges;
    stm_arena mem;
    STM_VEC(side) side;          /* of one new tree */
    STM_VEC(uint32_t) order, up; /* of the same */
    STM_VEC(uint64_t) below;
} survey;

/* The same whichever side is looked at. */
static uint64_t parts_of(const survey *s, uint64_t below)
{
    uint64_t rest = s->all ^ below;
    return below < rest ? below : rest;
}

static uint32_t end_of(const stm_tree__family *f, uint32_t u)
{
    return stm_tree__is_lost(f, u) ? NO_END : u;
}

static bool has_end(const side *e, uint32_t u)
{
    return u == NO_END || e->a == u || e->b == u;
}

/* --- the tree as it is ---------------------------------------------------- */

/* The edges of the family as emit.c wrote them: nodes but the root, by their
 * places in the preorder. */
static bool list_wanted(survey *s)
{
    const stm_tree__node *n = s->f->node.items;
    size_t count = s->f->node.count;
    uint64_t *below = STM_ARENA_NEW(&s->mem, uint64_t, count + 1);
    uint32_t *at = STM_ARENA_NEW(&s->mem, uint32_t, count);
    s->wanted = STM_ARENA_NEW(&s->mem, side, count);
    s->found = STM_ARENA_NEW(&s->mem, uint32_t, count);
    if (!below || !at || !s->wanted || !s->found)
        return false;
    for (uint32_t u = 0; u < count; u++)
        at[n[u].from] = u;
    for (uint32_t i = 0; i < count; i++)
        below[i + 1] = below[i] ^ (at[i] < s->f->captures ? s->key[at[i]] : 0);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t v = at[i];
        uint64_t mine = below[n[v].to] ^ below[n[v].from];
        s->wanted[s->edges++] = (side){parts_of(s, mine), end_of(s->f, v),
                                       end_of(s->f, n[v].parent)};
    }
    return true;
}

/* --- which captures are near ---------------------------------------------- */

typedef struct rival {
    uint32_t of, relation;
    double far;
} rival;

static int nearest_first(const void *x, const void *y)
{
    const rival *a = x, *b = y;
    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    if (a->far != b->far)
        return a->far < b->far ? -1 : 1;
    return (a->relation > b->relation) - (a->relation < b->relation);
}

typedef STM_VEC(rival) rivals;

static bool list_rivals(const survey *s, rivals *out)
{
    const stm_tree__family *f = s->f;
    for (size_t k = 0; k < f->member_count; k++) {
        size_t i = stm_tree__first_relation(f->in, f->member[k]);
        for (;
             i < f->in->relation_count && f->in->relation[i]->a == f->member[k];
             i++) {
            const stm_relation *r = f->in->relation[i];
            uint32_t u = f->kin->twin[r->a], v = f->kin->twin[r->b];
            if (u != r->a || v != r->b || !stm_relation_is_copy(r->kind))
                continue;
            double far = stm_tree__distance(f->in, r);
            rival x = {r->a, (uint32_t)i, far}, y = {r->b, (uint32_t)i, far};
            if (!stm_vec_push(out, x) || !stm_vec_push(out, y))
                return false;
        }
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, nearest_first);
    return true;
}

static int by_number(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

/* Keeps the relations of each capture to its nearest. */
static bool keep_near(survey *s, const rivals *all)
{
    uint32_t *number = STM_ARENA_NEW(&s->mem, uint32_t, all->count);
    const stm_relation **kept =
        STM_ARENA_NEW(&s->mem, const stm_relation *, all->count);
    size_t n = 0, count = 0, rank = 0;
    if (!number || !kept)
        return false;
    for (size_t i = 0; i < all->count; i++) {
        rank = i && all->items[i].of == all->items[i - 1].of ? rank + 1 : 0;
        if (rank < STM_TREE_SUPPORT_NEAR)
            number[n++] = all->items[i].relation;
    }
    if (n)
        qsort(number, n, sizeof *number, by_number);
    for (size_t i = 0; i < n; i++)
        if (!i || number[i] != number[i - 1])
            kept[count++] = s->f->in->relation[number[i]];
    s->in = *s->f->in;
    s->in.relation = kept;
    s->in.relation_count = count;
    return true;
}

static bool find_near(survey *s)
{
    rivals all = {0};
    bool ok = list_rivals(s, &all) && keep_near(s, &all);
    stm_vec_free(&all);
    return ok;
}

/* --- one new tree ----------------------------------------------------------
 */

static bool grow(survey *s, stm_tree__family *g)
{
    g->places = stm_tree__sample_draw(&s->sample);
    for (uint32_t u = 0; u < s->f->captures; u++) {
        if (stm_tree__node_add(g, s->f->node.items[u].witness) == STM_LOST ||
            !stm_tree__sample_row(&s->sample, u, &g->mem,
                                  &g->node.items[u].row))
            return false;
    }
    g->captures = s->f->captures;
    return stm_tree__span(g) && stm_tree__medians(g) && stm_tree__prune(g) &&
           stm_tree__bars(g);
}

static int by_parts(const void *x, const void *y)
{
    const side *a = x, *b = y;
    return (a->parts > b->parts) - (a->parts < b->parts);
}

/* Every edge is that of a node to the one it was reached from. */
static bool list_sides(survey *s, const stm_tree__family *g)
{
    const stm_tree__node *n = g->node.items;
    s->order.count = s->up.count = s->below.count = s->side.count = 0;
    if (!stm_vec_reserve(&s->order, g->node.count) ||
        !stm_vec_reserve(&s->up, g->node.count) ||
        !stm_vec_reserve(&s->below, g->node.count) ||
        !stm_vec_reserve(&s->side, g->node.count))
        return false;
    uint32_t *order = s->order.items, *up = s->up.items;
    uint64_t *below = s->below.items;
    size_t reached = 1;
    order[0] = 0, up[0] = STM_LOST;
    for (size_t i = 0; i < reached; i++)
        for (size_t k = 0; k < n[order[i]].near.count; k++) {
            uint32_t v = n[order[i]].near.items[k];
            if (v != up[order[i]])
                up[v] = order[i], order[reached++] = v;
        }
    for (uint32_t u = 0; u < g->node.count; u++)
        below[u] = u < g->captures ? s->key[u] : 0;
    for (size_t i = reached; i-- > 1;) {
        uint32_t v = order[i];
        below[up[v]] ^= below[v];
        s->side.items[s->side.count++] =
            (side){parts_of(s, below[v]), end_of(g, v), end_of(g, up[v])};
    }
    if (s->side.count)
        qsort(s->side.items, s->side.count, sizeof(side), by_parts);
    return true;
}

static bool is_there(const survey *s, const side *e)
{
    size_t from = 0, to = s->side.count;
    while (from < to) {
        size_t mid = from + (to - from) / 2;
        if (s->side.items[mid].parts < e->parts)
            from = mid + 1;
        else
            to = mid;
    }
    for (; from < s->side.count && s->side.items[from].parts == e->parts;
         from++)
        if (has_end(&s->side.items[from], e->a) &&
            has_end(&s->side.items[from], e->b))
            return true;
    return false;
}

/* `g` keeps its memory from tree to tree. */
static bool draw_once(survey *s, stm_arena *mem)
{
    stm_tree__family g = {.in = &s->in,
                          .kin = s->f->kin,
                          .member = s->f->member,
                          .member_count = s->f->member_count,
                          .local = s->f->local,
                          .votes = s->votes,
                          .manuscripts = s->f->manuscripts,
                          .mem = *mem};
    bool ok = grow(s, &g) && list_sides(s, &g);
    for (size_t i = 0; ok && i < s->edges; i++)
        s->found[i] += is_there(s, &s->wanted[i]);
    *mem = g.mem;
    stm_arena_reset(mem);
    g.mem = (stm_arena){0};
    stm_tree__family_free(&g);
    return ok;
}

/* --- all of them ------------------------------------------------------------
 */

static bool open_survey(survey *s, const stm_tree__family *f)
{
    *s = (survey){.f = f};
    s->key = STM_ARENA_NEW(&s->mem, uint64_t, f->captures);
    if (!s->key || !stm_tree__sample_open(&s->sample, f, &s->mem))
        return false;
    for (uint32_t u = 0; u < f->captures; u++) {
        s->key[u] = stm_hash_pair(1, u);
        s->all ^= s->key[u];
    }
    s->votes =
        STM_ARENA_NEW(&s->mem, uint32_t, stm_tree__sample_most(&s->sample));
    return s->votes && list_wanted(s) && find_near(s);
}

static void close_survey(survey *s)
{
    stm_vec_free(&s->side);
    stm_vec_free(&s->order);
    stm_vec_free(&s->up);
    stm_vec_free(&s->below);
    stm_arena_free(&s->mem);
}

/* As many trees as the work allows; too few say nothing. */
static uint32_t trees(const survey *s)
{
    uint64_t rows = s->sample.first[s->f->captures] / s->f->captures + 64;
    uint64_t work = rows * (s->in.relation_count + 8 * s->f->captures);
    uint64_t most = STM_TREE_SUPPORT_WORK / work;
    if (most > s->f->in->samples)
        most = s->f->in->samples;
    return most < STM_TREE_SUPPORT_LEAST && most < s->f->in->samples
               ? 0
               : (uint32_t)most;
}

bool stm_tree__support(stm_tree__output *out, const stm_tree__family *f,
                       size_t first_edge)
{
    survey s;
    stm_arena mem = {0};
    if (f->captures < 3 || !f->in->samples) /* two make one tree only */
        return true;
    bool ok = open_survey(&s, f);
    uint32_t drawn = ok ? trees(&s) : 0;
    for (uint32_t i = 0; ok && i < drawn; i++)
        ok = draw_once(&s, &mem);
    for (size_t i = 0; ok && drawn && i < s.edges; i++)
        out->edge.items[first_edge + i].support =
            (double)s.found[i] / (double)drawn;
    stm_arena_free(&mem);
    close_survey(&s);
    return ok;
}
