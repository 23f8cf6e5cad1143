/* A text that was spun or cut off by a paywall cannot have given what it lacks,
 * so it hangs at a tip: it has one source, and whoever else stands next to it
 * is its sibling. The others are joined to a lost text, and prune.c sees
 * whether one of them stands there as well.
 *
 * A spinner changes words, it does not report. A spun text with sentences that
 * its would-be source lacks was made from another version, which is lost. */
#include "tree/family.h"
#include "tree/weights.h"

typedef STM_VEC(uint32_t) nodes;

/* Whether capture `c` bars every way down to `w` or to what lies behind it. */
bool stm_tree__is_barred(const stm_tree__family *f, uint32_t c, uint32_t w,
                         bool *barred)
{
    stm_tree__kin_vec kin = {0};
    *barred = false;
    bool ok = stm_tree__next_of_kin(f, c, w, &kin);
    for (size_t i = 0; ok && i < kin.count; i++)
        *barred = *barred ||
                  stm_tree__nodes_pair(f, c, kin.items[i].node).barred_down;
    stm_vec_free(&kin);
    return ok;
}

static bool find_barred(const stm_tree__family *f, uint32_t c, nodes *out)
{
    const stm_tree__node *n = &f->node.items[c];
    for (size_t i = 0; i < n->near.count; i++) {
        bool barred;
        if (!stm_tree__is_barred(f, c, n->near.items[i], &barred) ||
            (barred && !stm_vec_push(out, n->near.items[i])))
            return false;
    }
    return true;
}

static double cost_of_hub(const stm_tree__family *f, uint32_t y,
                          const nodes *near)
{
    const stm_tree__node *n = f->node.items;
    double sum = 0;
    for (size_t i = 0; i < near->count; i++)
        sum += stm_tree__compare(&n[near->items[i]].row, &n[y].row).cost;
    return sum;
}

/* The nearest lost text among `near`, else a new one. */
static bool choose_hub(stm_tree__family *f, uint32_t c, nodes *near,
                       uint32_t *hub)
{
    *hub = STM_LOST;
    double least = 0;
    for (size_t i = 0; i < near->count; i++) {
        uint32_t y = near->items[i];
        double cost = cost_of_hub(f, y, near);
        if (stm_tree__is_lost(f, y) && (*hub == STM_LOST || cost < least))
            *hub = y, least = cost;
    }
    if (*hub != STM_LOST)
        return true;
    stm_tree__row row;
    *hub = stm_tree__node_add(f, STM_LOST);
    if (*hub == STM_LOST || !stm_vec_push(near, c) ||
        !stm_tree__majority(f, near->items, near->count, &row))
        return false;
    near->count--;
    f->node.items[*hub].row = row;
    f->node.items[*hub].belief = STM_TREE_SIBLINGS;
    return stm_tree__join(f, c, *hub);
}

/* `c` may be nearer to a whole text of the others than to where they meet. */
static bool hang_lower(stm_tree__family *f, uint32_t c, const nodes *near,
                       uint32_t hub)
{
    const stm_tree__node *n = f->node.items;
    uint32_t to = hub;
    uint32_t least = stm_tree__compare(&n[c].row, &n[hub].row).cost;
    for (size_t i = 0; i < near->count; i++) {
        uint32_t y = near->items[i];
        uint32_t cost = stm_tree__compare(&n[c].row, &n[y].row).cost;
        if (!n[y].poor && cost < least)
            to = y, least = cost;
    }
    return to == hub || stm_tree__move(f, c, hub, to);
}

static bool to_the_tip(stm_tree__family *f, uint32_t c, nodes *near)
{
    uint32_t hub;
    if (near->count < 2)
        return true;
    if (!choose_hub(f, c, near, &hub))
        return false;
    for (size_t i = 0; i < near->count; i++)
        if (near->items[i] != hub && !stm_tree__move(f, near->items[i], c, hub))
            return false;
    return hang_lower(f, c, near, hub);
}

/* A lost text between spun capture `s` and its only neighbour. */
static bool add_lost_source(stm_tree__family *f, uint32_t s, uint32_t u)
{
    stm_tree__diff d =
        stm_tree__compare(&f->node.items[s].row, &f->node.items[u].row);
    if (d.own_a < STM_TREE_SPUN_OWN)
        return true;
    uint32_t lost = stm_tree__node_add(f, STM_LOST);
    if (lost == STM_LOST || !stm_tree__move(f, s, u, lost) ||
        !stm_tree__join(f, u, lost))
        return false;
    f->node.items[lost].row = f->node.items[s].row;
    f->node.items[lost].row.token = NULL;
    f->node.items[lost].proof = d.own_a;
    return true;
}

bool stm_tree__bars(stm_tree__family *f)
{
    nodes near = {0};
    bool ok = true;
    for (uint32_t c = 0; ok && c < f->captures; c++) {
        near.count = 0;
        ok = find_barred(f, c, &near) && to_the_tip(f, c, &near);
    }
    stm_vec_free(&near);
    return ok;
}

bool stm_tree__spun_sources(stm_tree__family *f)
{
    bool ok = true;
    for (uint32_t s = 0; ok && s < f->captures; s++) {
        const stm_tree__node *n = &f->node.items[s];
        if (n->near.count != 1 || stm_tree__is_lost(f, n->near.items[0]))
            continue;
        stm_tree__pair p = stm_tree__nodes_pair(f, s, n->near.items[0]);
        if (p.spun_u && !p.spun_v)
            ok = add_lost_source(f, s, n->near.items[0]);
    }
    return ok;
}
