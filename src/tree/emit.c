/* A finished family becomes nodes and edges. Lost texts are numbered on a walk
 * from the root, children by the first capture below them, so the same tree
 * gets the same numbers whatever order it was built in. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "tree/output.h"
#include "tree/twins.h"
#include "tree/weights.h"

typedef struct walk {
    uint32_t *order; /* parents before children */
    uint32_t *first; /* [node] first witness at or below it */
    uint32_t *out_of;
    uint32_t count;
    stm_tree__twins twins;
} walk;

typedef struct child {
    uint32_t first, node;
} child;

static int by_first(const void *x, const void *y)
{
    const child *a = x, *b = y;
    return (a->first > b->first) - (a->first < b->first);
}

static void breadth_first(const stm_tree__family *f, walk *w)
{
    const stm_tree__node *n = f->node.items;
    w->order[w->count++] = f->root;
    for (uint32_t i = 0; i < w->count; i++) {
        uint32_t u = w->order[i];
        for (size_t k = 0; k < n[u].near.count; k++)
            if (n[u].near.items[k] != n[u].parent)
                w->order[w->count++] = n[u].near.items[k];
    }
    for (uint32_t i = w->count; i-- > 0;) {
        uint32_t u = w->order[i], up = n[u].parent;
        if (n[u].witness < w->first[u])
            w->first[u] = n[u].witness;
        if (up != STM_LOST && w->first[u] < w->first[up])
            w->first[up] = w->first[u];
    }
}

/* Preorder with sorted children. */
static void depth_first(const stm_tree__family *f, walk *w, uint32_t *stack,
                        child *below)
{
    const stm_tree__node *n = f->node.items;
    size_t top = 0;
    w->count = 0;
    stack[top++] = f->root;
    while (top) {
        uint32_t u = stack[--top];
        size_t children = 0;
        w->order[w->count++] = u;
        for (size_t k = 0; k < n[u].near.count; k++) {
            uint32_t v = n[u].near.items[k];
            if (v != n[u].parent)
                below[children++] = (child){w->first[v], v};
        }
        qsort(below, children, sizeof *below, by_first);
        while (children)
            stack[top++] = below[--children].node;
    }
}

/* Depths and ranges, from the finished order. */
static void number(stm_tree__family *f, const walk *w)
{
    stm_tree__node *n = f->node.items;
    for (uint32_t i = 0; i < w->count; i++) {
        stm_tree__node *u = &n[w->order[i]];
        u->depth = u->parent == STM_LOST ? 0 : n[u->parent].depth + 1;
        u->from = i;
        u->to = i + 1;
    }
    for (uint32_t i = w->count; i-- > 1;) {
        const stm_tree__node *u = &n[w->order[i]];
        if (n[u->parent].to < u->to)
            n[u->parent].to = u->to;
    }
}

static bool plan(stm_tree__family *f, walk *w)
{
    size_t n = f->node.count;
    w->count = 0;
    w->order = STM_ARENA_NEW(&f->mem, uint32_t, n);
    w->first = STM_ARENA_NEW(&f->mem, uint32_t, n);
    w->out_of = STM_ARENA_NEW(&f->mem, uint32_t, n);
    uint32_t *stack = STM_ARENA_NEW(&f->mem, uint32_t, n);
    child *below = STM_ARENA_NEW(&f->mem, child, n);
    if (!w->order || !w->first || !w->out_of || !stack || !below)
        return false;
    for (size_t i = 0; i < n; i++)
        w->first[i] = UINT32_MAX;
    breadth_first(f, w);
    depth_first(f, w, stack, below);
    number(f, w);
    return true;
}

static bool add_nodes(stm_tree__output *out, const stm_tree__family *f,
                      const walk *w)
{
    uint32_t family = f->kin->family[f->member[0]];
    for (uint32_t i = 0; i < w->count; i++) {
        uint32_t u = w->order[i], witness = f->node.items[u].witness;
        w->out_of[u] = witness;
        if (witness != STM_LOST)
            continue;
        stm_node lost = {.witness = STM_LOST, .family = family};
        snprintf(lost.id, sizeof lost.id, "x%u", ++out->lost);
        w->out_of[u] = (uint32_t)out->node.count;
        if (!stm_vec_push(&out->node, lost) ||
            !stm_vec_push(&out->above, STM_LOST))
            return false;
    }
    return true;
}

/* What the edge into capture `v` from lost text `u` does, by the capture and
 * its next of kin. */
static bool kind_from_lost(const stm_tree__family *f, uint32_t u, uint32_t v,
                           stm_relation_kind *kind)
{
    stm_tree__kin_vec kin = {0};
    size_t spun = 0, cut = 0;
    bool ok = stm_tree__next_of_kin(f, v, u, &kin);
    for (size_t i = 0; ok && i < kin.count; i++) {
        stm_tree__pair p = stm_tree__nodes_pair(f, v, kin.items[i].node);
        spun += p.spun_u && !p.spun_v;
        cut += p.cut_u;
    }
    const stm_tree__row *row = &f->node.items[v].row;
    stm_tree__diff d = stm_tree__compare(row, &f->node.items[u].row);
    uint32_t own = row->count - d.shared;
    *kind = STM_REVISION;
    if (spun * 2 > kin.count)
        *kind = STM_SPUN;
    else if (cut * 2 > kin.count && own <= row->count / STM_TREE_OWN_PART)
        *kind = STM_EXCERPT;
    else if (own <= row->count / STM_TREE_REPRINT)
        *kind = STM_REPRINT;
    stm_vec_free(&kin);
    return ok;
}

static bool kind_of(const stm_tree__family *f, uint32_t u, uint32_t v,
                    stm_relation_kind *kind)
{
    *kind = STM_REVISION;
    if (stm_tree__is_lost(f, v))
        return true;
    if (stm_tree__is_lost(f, u))
        return kind_from_lost(f, u, v, kind);
    const stm_relation *r = stm_tree__nodes_pair(f, u, v).relation;
    if (r && stm_relation_is_copy(r->kind))
        *kind = r->kind;
    return true;
}

/* A lost text is as sure as the readings or the pairs that prove it. */
static double sure_of(const stm_tree__node *n)
{
    if (n->witness != STM_LOST)
        return 1;
    double proved = 1 - 0.5 * exp(-(double)n->proof / STM_TREE_PROOF);
    return proved > n->belief ? proved : n->belief;
}

static uint32_t top_of(const stm_tree__family *f, const walk *w, uint32_t u)
{
    return stm_tree__is_lost(f, u) ? w->out_of[u]
                                   : w->twins.first[f->node.items[u].witness];
}

static uint32_t source_of(const stm_tree__family *f, const walk *w, uint32_t u,
                          uint32_t v)
{
    return stm_tree__is_lost(f, u) ? w->out_of[u]
                                   : stm_tree__twins_source(&w->twins, f, u, v);
}

static bool add_edges(stm_tree__output *out, const stm_tree__family *f,
                      const walk *w)
{
    const stm_tree__node *n = f->node.items;
    for (uint32_t i = 1; i < w->count; i++) {
        uint32_t v = w->order[i], u = n[v].parent;
        stm_edge e = {source_of(f, w, u, v), top_of(f, w, v), STM_REVISION, 0,
                      -1};
        if (!kind_of(f, u, v, &e.kind))
            return false;
        e.confidence = n[v].sure * sure_of(&n[u]) * sure_of(&n[v]);
        if (!stm_tree__is_lost(f, u) && !stm_tree__is_lost(f, v))
            e.confidence *= stm_tree__attachment(f, u, v);
        e.confidence = stm_tree__calibrated(f, u, e.confidence);
        out->above.items[e.to] = e.from;
        if (!stm_vec_push(&out->edge, e))
            return false;
    }
    return true;
}

/* Identical captures hang under the first of them. */
static bool add_twins(stm_tree__output *out, const stm_tree__family *f,
                      const stm_tree__twins *t)
{
    for (size_t i = 0; i < f->member_count; i++) {
        uint32_t w = f->member[i], first = t->first[f->kin->twin[w]];
        stm_edge e = {first, w, STM_IDENTICAL, STM_TREE_TWIN, -1};
        if (w == first)
            continue;
        out->above.items[w] = first;
        if (!stm_vec_push(&out->edge, e))
            return false;
    }
    return true;
}

bool stm_tree__emit(stm_tree__output *out, stm_tree__family *f,
                    const uint32_t **out_of)
{
    walk w;
    if (!plan(f, &w) || !stm_tree__twins_find(&w.twins, f, &f->mem) ||
        !add_nodes(out, f, &w) || !add_edges(out, f, &w) ||
        !add_twins(out, f, &w.twins))
        return false;
    uint32_t family = f->kin->family[f->member[0]];
    out->family[family].root = top_of(f, &w, f->root);
    *out_of = w.out_of;
    return true;
}
