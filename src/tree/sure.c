/* How sure an edge between two captures is, apart from its direction: whether
 * nobody, extant or lost, stands between them. Three things speak against it:
 * readings in which the source stands alone against the copy and another
 * neighbour, the same of the copy, and another neighbour being nearly as near.
 * The weights are a logistic regression over edges of generated families. */
#include <math.h>

#include "tree/output.h"
#include "tree/weights.h"

static double far_apart(const stm_tree__row *a, const stm_tree__row *b)
{
    stm_tree__diff d = stm_tree__compare(a, b);
    return d.cost - STM_TREE_SHARED * d.shared;
}

/* The most readings in which `x` stands alone against `y` and one of x's other
 * neighbours. */
static uint32_t most_own(const stm_tree__family *f, uint32_t x, uint32_t y)
{
    const stm_tree__node *n = f->node.items;
    uint32_t most = 0;
    for (size_t i = 0; i < n[x].near.count && i < STM_TREE_SIDE_LOOKS; i++) {
        uint32_t z = n[x].near.items[i];
        const stm_tree__row *row[3] = {&n[x].row, &n[y].row, &n[z].row};
        stm_tree__trio t = {0};
        if (z != y)
            t = stm_tree__compare3(row, NULL);
        most = t.own[0] > most ? t.own[0] : most;
    }
    return most < STM_TREE_SIDE_OWN ? most : STM_TREE_SIDE_OWN;
}

/* By how much the source is nearer to `v` than its other neighbours are. */
static double margin(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    double least = STM_TREE_SIDE_MARGIN;
    double here = far_apart(&n[u].row, &n[v].row);
    for (size_t i = 0; i < n[u].near.count && i < STM_TREE_SIDE_LOOKS; i++) {
        uint32_t w = n[u].near.items[i];
        if (w != v)
            least = fmin(least, far_apart(&n[w].row, &n[v].row) - here);
    }
    return fmax(0, least);
}

double stm_tree__attachment(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    double sum = STM_TREE_SIDE_BASE - STM_TREE_SIDE_SOURCE * most_own(f, u, v) -
                 STM_TREE_SIDE_COPY * most_own(f, v, u) +
                 STM_TREE_SIDE_NEAR * log1p(margin(f, u, v));
    return 1 / (1 + exp(-sum));
}
