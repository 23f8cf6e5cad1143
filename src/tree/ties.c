/* A copy that changed what its source had changed as well, a headline say, is
 * as far from its source as from its source's source; and who is in the middle
 * of three is then chance. The tree is as long either way, so that the pairs
 * decide: who is likelier the source of whom. */
#include <math.h>

#include "tree/root.h"
#include "tree/weights.h"

/* Words by which two texts are apart, of which one may be lost. */
static double between(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    const stm_tree__node *n = f->node.items;
    if (!stm_tree__is_lost(f, u) && !stm_tree__is_lost(f, v))
        return stm_tree__apart(f, u, v);
    stm_tree__diff d = stm_tree__compare(&n[u].row, &n[v].row);
    return d.cost - STM_TREE_SHARED * d.shared;
}

/* By how much likelier `u` is the source of `v` than its copy. */
static double lead_of(const stm_tree__family *f, uint32_t u, uint32_t v)
{
    stm_tree__pair p = stm_tree__odds(f, u, v);
    return p.down - p.up;
}

/* Whether capture `v` could as well stand between its source `u` and the text
 * above that, and by how much likelier it is the source of `u`. */
static bool could_be_above(const stm_tree__family *f, uint32_t v, double *lead)
{
    const stm_tree__node *n = f->node.items;
    uint32_t u = n[v].parent, p = u == STM_LOST ? STM_LOST : n[u].parent;
    if (p == STM_LOST || stm_tree__is_lost(f, u) ||
        between(f, p, v) > between(f, p, u))
        return false;
    *lead = lead_of(f, v, u);
    return *lead > STM_TREE_TURN;
}

bool stm_tree__turn(stm_tree__family *f)
{
    stm_tree__node *n = f->node.items;
    double lead;
    for (uint32_t v = 0; v < f->captures; v++) {
        if (!could_be_above(f, v, &lead))
            continue;
        uint32_t u = n[v].parent, p = n[u].parent;
        if (!stm_tree__move(f, p, u, v))
            return false;
        n[v].parent = p;
        n[u].parent = v;
        n[v].sure = n[u].sure;
        n[u].sure /= 1 + exp(-lead);
    }
    return true;
}

/* The copy of v's source `u` that is as near to `v` and likelier above it; `u`
 * where there is none. */
static uint32_t better_source(const stm_tree__family *f, uint32_t v, uint32_t u)
{
    const stm_tree__node *n = f->node.items;
    double far = stm_tree__apart(f, v, u);
    double most = lead_of(f, u, v) + STM_TREE_BETTER;
    uint32_t best = u;
    size_t count = n[u].near.count;
    for (size_t i = 0; i < count && i < STM_TREE_SIDE_LOOKS; i++) {
        uint32_t x = n[u].near.items[i];
        if (x == v || x == n[u].parent || stm_tree__is_lost(f, x) ||
            stm_tree__apart(f, v, x) > far)
            continue;
        double lead = lead_of(f, x, v);
        if (lead > most)
            most = lead, best = x;
    }
    return best;
}

bool stm_tree__rehang(stm_tree__family *f)
{
    for (uint32_t v = 0; v < f->captures; v++) {
        uint32_t u = f->node.items[v].parent;
        if (u == STM_LOST || stm_tree__is_lost(f, u))
            continue;
        uint32_t x = better_source(f, v, u);
        if (x == u)
            continue;
        if (!stm_tree__move(f, v, u, x))
            return false;
        f->node.items[v].parent = x;
    }
    return true;
}
