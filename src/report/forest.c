#include "report/forest.h"

#include <stdlib.h>

typedef struct limb {
    const stm_edge *edge; /* from the parent, or NULL */
    uint32_t parent, children;
    uint32_t first; /* lowest capture at or below it */
    uint32_t node;
} limb;

typedef struct garden {
    limb *limbs;     /* [node_count] */
    uint32_t *order; /* nodes by parent, roots first, then by `first` */
    uint32_t *start; /* [node_count + 1] where a node's children begin */
} garden;

static void join_edges(limb *limbs, const stm_tree *t)
{
    for (uint32_t i = 0; i < t->node_count; i++)
        limbs[i] =
            (limb){.parent = STM_NO_BRANCH, .first = STM_LOST, .node = i};
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        limbs[e->to].edge = e;
        limbs[e->to].parent = e->from;
        limbs[e->from].children++;
    }
}

/* Captures come in ascending order, so whoever was here first stays, and each
 * node is entered from below only once. */
static void find_first(limb *limbs, const stm_tree *t)
{
    for (uint32_t i = 0; i < t->node_count; i++) {
        uint32_t witness = t->nodes[i].witness;
        if (witness == STM_LOST)
            continue;
        for (uint32_t n = i; n != STM_NO_BRANCH; n = limbs[n].parent) {
            if (limbs[n].first <= witness)
                break;
            limbs[n].first = witness;
        }
    }
}

static int by_parent_and_first(const void *a, const void *b)
{
    const limb *x = a, *y = b;
    uint32_t px = x->parent + 1, py = y->parent + 1; /* roots become 0 */
    if (px != py)
        return px < py ? -1 : 1;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

static bool sort_children(garden *g, stm_arena *mem, size_t count)
{
    limb *sorted = STM_ARENA_NEW(mem, limb, count);
    g->order = STM_ARENA_NEW(mem, uint32_t, count);
    g->start = STM_ARENA_NEW(mem, uint32_t, count + 1);
    if (!sorted || !g->order || !g->start)
        return false;
    for (size_t i = 0; i < count; i++)
        sorted[i] = g->limbs[i];
    qsort(sorted, count, sizeof *sorted, by_parent_and_first);
    for (size_t i = count; i > 0; i--) {
        g->order[i - 1] = sorted[i - 1].node;
        if (sorted[i - 1].parent != STM_NO_BRANCH)
            g->start[sorted[i - 1].parent] = (uint32_t)(i - 1);
    }
    return true;
}

static size_t count_roots(const garden *g, size_t count)
{
    size_t roots = 0;
    while (roots < count && g->limbs[g->order[roots]].parent == STM_NO_BRANCH)
        roots++;
    return roots;
}

/* Without recursion: `open` holds branches still to come, next one on top. */
static bool walk(stm_forest *out, stm_arena *mem, const garden *g, size_t count)
{
    stm_branch *items = STM_ARENA_NEW(mem, stm_branch, count);
    stm_branch *open = STM_ARENA_NEW(mem, stm_branch, count);
    if (!items || !open)
        return false;
    size_t waiting = 0, done = 0;
    for (size_t i = count_roots(g, count); i > 0; i--)
        open[waiting++] = (stm_branch){
            .node = g->order[i - 1], .parent = STM_NO_BRANCH, .last = true};
    while (waiting) {
        stm_branch b = open[--waiting];
        const limb *l = &g->limbs[b.node];
        b.edge = l->edge;
        b.children = l->children;
        items[done] = b;
        for (uint32_t k = l->children; k > 0; k--)
            open[waiting++] =
                (stm_branch){.node = g->order[g->start[b.node] + k - 1],
                             .parent = (uint32_t)done,
                             .depth = b.depth + 1,
                             .last = k == l->children};
        done++;
    }
    *out = (stm_forest){items, done};
    return true;
}

stm_status stm_forest__plant(stm_forest *out, stm_arena *mem, const stm_tree *t,
                             stm_error *err)
{
    size_t n = t->node_count;
    garden g = {.limbs = STM_ARENA_NEW(mem, limb, n)};
    *out = (stm_forest){0};
    if (!g.limbs)
        goto oom;
    join_edges(g.limbs, t);
    find_first(g.limbs, t);
    if (sort_children(&g, mem, n) && walk(out, mem, &g, n))
        return STM_OK;
oom:
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the view of the tree");
}
