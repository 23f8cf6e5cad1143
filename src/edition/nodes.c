/* The family's part of the tree. Captures that are identical to one that has a
 * column have no node here: they are read through that one, and what was copied
 * from them was copied from its words. */
#include "edition/bench.h"

typedef struct map {
    uint32_t *local; /* [nodes of the tree] or STM_NO_LOCAL */
} map;

/* Identical captures hang under the first of them, which need not be the one
 * with the column. */
static void stand_for_twins(map *m, const stm_tree *t)
{
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        if (e->kind == STM_IDENTICAL && m->local[e->from] == STM_NO_LOCAL)
            m->local[e->from] = m->local[e->to];
    }
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        if (e->kind == STM_IDENTICAL && m->local[e->to] == STM_NO_LOCAL)
            m->local[e->to] = m->local[e->from];
    }
}

static bool number(stm_edition__bench *b, map *m, const stm_synopsis *s)
{
    const stm_tree *t = b->tree;
    m->local = STM_ARENA_NEW(&b->mem, uint32_t, t->node_count);
    b->node = STM_ARENA_NEW(&b->mem, uint32_t, t->node_count);
    if (!m->local || !b->node)
        return false;
    for (size_t i = 0; i < t->node_count; i++)
        m->local[i] = STM_NO_LOCAL;
    for (size_t i = 0; i < s->column_count; i++)
        b->node[b->nodes++] = s->columns[i].witness;
    for (uint32_t i = 0; i < t->node_count; i++)
        if (t->nodes[i].witness == STM_LOST && t->nodes[i].family == b->family)
            b->node[b->nodes++] = i;
    for (uint32_t i = 0; i < b->nodes; i++)
        m->local[b->node[i]] = i;
    stand_for_twins(m, t);
    return true;
}

static void link_all(stm_edition__bench *b, const map *m)
{
    for (uint32_t i = 0; i < b->nodes; i++)
        b->parent[i] = STM_NO_LOCAL;
    for (size_t i = 0; i < b->tree->edge_count; i++) {
        const stm_edge *e = &b->tree->edges[i];
        uint32_t from = m->local[e->from], to = m->local[e->to];
        if (from == STM_NO_LOCAL || to == STM_NO_LOCAL || from == to)
            continue;
        b->parent[to] = from;
        b->kind[to] = e->kind;
    }
}

/* Breadth first, from the root; children in the order of their numbers. */
static bool put_in_order(stm_edition__bench *b)
{
    uint32_t *next = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    uint32_t *child = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    uint32_t done = 0;
    if (!next || !child)
        return false;
    for (uint32_t i = 0; i < b->nodes; i++)
        child[i] = STM_NO_LOCAL;
    for (uint32_t i = b->nodes; i-- > 0;) {
        if (b->parent[i] == STM_NO_LOCAL) {
            b->order[done++] = i; /* the one root */
            continue;
        }
        next[i] = child[b->parent[i]];
        child[b->parent[i]] = i;
    }
    for (uint32_t i = 0; i < done; i++)
        for (uint32_t c = child[b->order[i]]; c != STM_NO_LOCAL; c = next[c])
            b->order[done++] = c;
    return done == b->nodes;
}

/* A step to a text that was spun or cut leads away from the wording. */
static uint32_t steps(const stm_edition__bench *b, uint32_t below)
{
    enum { POOR = 8 };
    stm_relation_kind k = b->kind[below];
    return k == STM_SPUN || k == STM_EXCERPT ? POOR : 1;
}

/* The nearest capture of each lost text, by steps up and down the tree. */
static bool find_near(stm_edition__bench *b)
{
    uint32_t *far = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    if (!far)
        return false;
    for (uint32_t i = 0; i < b->nodes; i++) {
        b->near[i] = stm_edition__is_lost(b, i) ? STM_NO_LOCAL : i;
        far[i] = stm_edition__is_lost(b, i) ? UINT32_MAX / 2 : 0;
    }
    for (uint32_t k = b->nodes; k-- > 1;) {
        uint32_t v = b->order[k], u = b->parent[v], d = far[v] + steps(b, v);
        if (d < far[u] || (d == far[u] && b->near[v] < b->near[u]))
            far[u] = d, b->near[u] = b->near[v];
    }
    for (uint32_t k = 1; k < b->nodes; k++) {
        uint32_t v = b->order[k], u = b->parent[v], d = far[u] + steps(b, v);
        if (d < far[v] || (d == far[v] && b->near[u] < b->near[v]))
            far[v] = d, b->near[v] = b->near[u];
    }
    return true;
}

/* Twins are read through the capture they are identical to. */
static bool list_members(stm_edition__bench *b, const map *m)
{
    const stm_family *f = &b->tree->families[b->family];
    size_t lost = b->nodes - b->columns;
    b->member = STM_ARENA_NEW(&b->mem, uint32_t, f->count + lost);
    b->stands = STM_ARENA_NEW(&b->mem, uint32_t, f->count + lost);
    if (!b->member || !b->stands)
        return false;
    for (size_t i = 0; i < f->count; i++) {
        b->member[b->members] = f->witnesses[i];
        b->stands[b->members++] = m->local[f->witnesses[i]];
    }
    for (uint32_t i = b->columns; i < b->nodes; i++) {
        b->member[b->members] = b->node[i];
        b->stands[b->members++] = i;
    }
    return true;
}

static void find_spinners(stm_edition__bench *b)
{
    for (uint32_t i = 0; i < b->nodes; i++) {
        uint32_t v = b->order[i], u = b->parent[v];
        if (u == STM_NO_LOCAL)
            b->spinner[v] = STM_NO_LOCAL;
        else if (b->kind[v] == STM_SPUN && !stm_edition__is_lost(b, v))
            b->spinner[v] = v;
        else
            b->spinner[v] = b->spinner[u];
    }
}

bool stm_edition__nodes(stm_edition__bench *b, const stm_synopsis *s)
{
    map m;
    if (!number(b, &m, s))
        return false;
    b->parent = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    b->kind = STM_ARENA_NEW(&b->mem, stm_relation_kind, b->nodes);
    b->order = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    b->near = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    b->spinner = STM_ARENA_NEW(&b->mem, uint32_t, b->nodes);
    if (!b->parent || !b->kind || !b->order || !b->near || !b->spinner)
        return false;
    link_all(b, &m);
    if (!put_in_order(b) || !find_near(b))
        return false;
    find_spinners(b);
    return list_members(b, &m);
}
