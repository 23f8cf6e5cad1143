/* Captures that are next of kin: joined by an edge, or with nothing but lost
 * texts between them. A walk breadth first, cut off after a few steps and a few
 * finds, so that a large lost hub does not pair everybody with everybody. */
#include "tree/family.h"
#include "tree/weights.h"

static bool step(const stm_tree__family *f, stm_tree__kin_vec *queue,
                 uint32_t from, stm_tree__kin at)
{
    const stm_tree__node *n = &f->node.items[at.node];
    for (size_t i = 0; i < n->near.count; i++) {
        uint32_t v = n->near.items[i];
        stm_tree__kin next = {v, at.first == STM_LOST ? v : at.first, at.node,
                              at.steps + 1};
        if (v != from && v != at.last && !stm_vec_push(queue, next))
            return false;
    }
    return true;
}

bool stm_tree__next_of_kin(const stm_tree__family *f, uint32_t u,
                           uint32_t through, stm_tree__kin_vec *out)
{
    stm_tree__kin_vec queue = {0};
    stm_tree__kin start = {u, STM_LOST, STM_LOST, 0};
    if (through != STM_LOST)
        start = (stm_tree__kin){through, through, u, 1};
    bool ok = stm_vec_push(&queue, start);
    size_t far = 0;
    for (size_t i = 0; ok && i < queue.count; i++) {
        stm_tree__kin at = queue.items[i];
        if (at.steps && !stm_tree__is_lost(f, at.node)) {
            far += at.steps > 1;
            if (at.steps == 1 || far <= STM_TREE_NEXT_OF_KIN)
                ok = stm_vec_push(out, at);
        } else if (at.steps <= STM_TREE_REACH && far < STM_TREE_NEXT_OF_KIN) {
            ok = step(f, &queue, u, at);
        }
    }
    stm_vec_free(&queue);
    return ok;
}
