/* From the root down: who is whose parent, and what that forces. */
#include "tree/root.h"
#include "tree/weights.h"

bool stm_tree__direct(stm_tree__family *f)
{
    stm_tree__node *n = f->node.items;
    STM_VEC(uint32_t) queue = {0};
    bool ok = stm_vec_push(&queue, f->root);
    n[f->root].parent = STM_LOST;
    for (size_t i = 0; ok && i < queue.count; i++) {
        uint32_t u = queue.items[i];
        for (size_t k = 0; ok && k < n[u].near.count; k++) {
            uint32_t v = n[u].near.items[k];
            if (v == n[u].parent)
                continue;
            n[v].parent = u;
            ok = stm_vec_push(&queue, v);
        }
    }
    stm_vec_free(&queue);
    return ok;
}

/* How much more likely `p` is the sibling than the source of what comes down
 * through `child`, a pair on average. */
static bool leaning(const stm_tree__family *f, uint32_t p, uint32_t child,
                    double *lean)
{
    stm_tree__kin_vec kin = {0};
    *lean = 0;
    bool ok = stm_tree__next_of_kin(f, p, child, &kin);
    for (size_t i = 0; ok && i < kin.count; i++) {
        stm_tree__pair q = stm_tree__odds(f, p, kin.items[i].node);
        double other = q.up > q.down ? q.up : q.down;
        double lost = q.beside - stm_tree__lost_cost(&q);
        *lean += (q.beside > other ? lost - q.down : 0) / (double)kin.count;
    }
    stm_vec_free(&kin);
    return ok;
}

typedef STM_VEC(uint32_t) nodes;

static bool siblings_below(const stm_tree__family *f, uint32_t p, nodes *out)
{
    const stm_tree__node *n = f->node.items;
    out->count = 0;
    for (size_t i = 0; i < n[p].near.count; i++) {
        uint32_t c = n[p].near.items[i];
        double lean;
        if (c == n[p].parent)
            continue;
        if (!leaning(f, p, c, &lean) ||
            (lean > STM_TREE_LEAN && !stm_vec_push(out, c)))
            return false;
    }
    return true;
}

/* Hangs `p` and the children in `below` under `hub`, and `hub` where p was. */
static bool hang(stm_tree__family *f, uint32_t p, const nodes *below,
                 uint32_t hub)
{
    uint32_t above = f->node.items[p].parent;
    if (above == STM_LOST)
        f->root = hub;
    else if (!stm_tree__move(f, above, p, hub))
        return false;
    for (size_t i = 0; i < below->count; i++) {
        uint32_t c = below->items[i];
        if (c == hub)
            continue;
        if (!stm_tree__move(f, c, p, hub))
            return false;
        f->node.items[c].parent = hub;
    }
    f->node.items[hub].parent = above;
    f->node.items[p].parent = hub;
    return true;
}

/* What most of the texts around it read, `p` and its source among them. */
static bool read_around(stm_tree__family *f, uint32_t p, nodes *below,
                        uint32_t hub)
{
    stm_tree__row row;
    size_t children = below->count;
    uint32_t above = f->node.items[p].parent;
    if (!stm_vec_push(below, p) ||
        (above != STM_LOST && !stm_vec_push(below, above)) ||
        !stm_tree__majority(f, below->items, below->count, &row))
        return false;
    below->count = children;
    f->node.items[hub].row = row;
    return true;
}

static bool new_hub(stm_tree__family *f, uint32_t p, nodes *below,
                    uint32_t *hub)
{
    *hub = stm_tree__node_add(f, STM_LOST);
    if (*hub == STM_LOST || !read_around(f, p, below, *hub))
        return false;
    f->node.items[*hub].belief = STM_TREE_SIBLINGS;
    f->node.items[*hub].sure = f->node.items[p].sure;
    return stm_tree__join(f, p, *hub);
}

static bool displace(stm_tree__family *f, uint32_t p, nodes *below)
{
    uint32_t hub = below->items[0];
    if (below->count > 1 || !stm_tree__is_lost(f, hub))
        if (!new_hub(f, p, below, &hub))
            return false;
    double sure = 1;
    for (size_t i = 0; i < below->count; i++)
        if (f->node.items[below->items[i]].sure < sure)
            sure = f->node.items[below->items[i]].sure;
    if (!hang(f, p, below, hub))
        return false;
    f->node.items[p].sure = sure;
    return true;
}

bool stm_tree__displace(stm_tree__family *f)
{
    nodes below = {0};
    bool ok = true;
    for (uint32_t p = 0; ok && p < f->captures; p++) {
        ok = siblings_below(f, p, &below);
        if (ok && below.count)
            ok = displace(f, p, &below);
    }
    stm_vec_free(&below);
    return ok;
}

/* Whether capture `v` may as well come from `g`, which is above its source `p`:
 * it is as near, and shares no reading with `p` that `g` does not have. */
static bool knows_only(const stm_tree__family *f, uint32_t v, uint32_t p,
                       uint32_t g)
{
    const stm_tree__node *n = f->node.items;
    if (stm_tree__is_lost(f, p) || stm_tree__is_lost(f, g) ||
        (n[g].poor && !n[p].poor) ||
        stm_tree__apart(f, v, g) > stm_tree__apart(f, v, p))
        return false;
    const stm_tree__row *row[3] = {&n[v].row, &n[p].row, &n[g].row};
    return !stm_tree__compare3(row, NULL).own[2];
}

bool stm_tree__lift(stm_tree__family *f)
{
    for (uint32_t v = 0; v < f->captures; v++) {
        uint32_t p = f->node.items[v].parent;
        uint32_t g = p == STM_LOST ? STM_LOST : f->node.items[p].parent;
        if (g == STM_LOST || !knows_only(f, v, p, g))
            continue;
        if (!stm_tree__move(f, v, p, g))
            return false;
        f->node.items[v].parent = g;
    }
    return true;
}

/* Readings in which `s` stands alone against two texts that were not spun. */
static bool apart_from(const stm_tree__family *f, uint32_t s, uint32_t *most)
{
    const stm_tree__node *n = f->node.items;
    stm_tree__kin_vec kin = {0};
    *most = 0;
    bool ok = stm_tree__next_of_kin(f, s, STM_LOST, &kin);
    for (size_t i = 0; ok && i < kin.count; i++)
        for (size_t j = i + 1; j < kin.count; j++) {
            uint32_t y = kin.items[i].node, z = kin.items[j].node;
            if (!stm_tree__nodes_pair(f, s, y).spun_u ||
                !stm_tree__nodes_pair(f, s, z).spun_u)
                continue;
            const stm_tree__row *row[3] = {&n[s].row, &n[y].row, &n[z].row};
            stm_tree__trio t = stm_tree__compare3(row, NULL);
            *most = t.own[0] > *most ? t.own[0] : *most;
        }
    stm_vec_free(&kin);
    return ok;
}

bool stm_tree__spun_first(stm_tree__family *f)
{
    uint32_t root = f->root, best = STM_LOST, most = STM_TREE_SPUN_OWN - 1;
    if (!stm_tree__is_lost(f, root) || f->node.items[root].near.count < 3)
        return true;
    for (size_t i = 0; i < f->node.items[root].near.count; i++) {
        uint32_t s = f->node.items[root].near.items[i], own = 0;
        if (stm_tree__is_lost(f, s))
            continue;
        if (!apart_from(f, s, &own))
            return false;
        if (own > most)
            most = own, best = s;
    }
    if (best == STM_LOST)
        return true;
    uint32_t lost = stm_tree__node_add(f, STM_LOST);
    if (lost == STM_LOST || !stm_tree__move(f, best, root, lost) ||
        !stm_tree__join(f, root, lost))
        return false;
    stm_tree__node *n = f->node.items;
    n[lost].row = n[best].row;
    n[lost].row.token = NULL;
    n[lost].proof = most;
    n[best].parent = n[root].parent = lost;
    n[root].sure = n[best].sure;
    f->root = lost;
    return true;
}
