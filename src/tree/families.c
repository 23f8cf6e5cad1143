/* Families are what copying of whole texts connects; quotations and common
 * topics join nothing. Union-find with path halving; the smallest member names
 * a set, so nothing depends on the order of unions. */
#include "tree/families.h"

uint32_t stm_tree__set_find(uint32_t *up, uint32_t i)
{
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

bool stm_tree__set_join(uint32_t *up, uint32_t i, uint32_t j)
{
    i = stm_tree__set_find(up, i);
    j = stm_tree__set_find(up, j);
    if (i == j)
        return false;
    if (i < j)
        up[j] = i;
    else
        up[i] = j;
    return true;
}

static uint32_t *sets_of(const stm_tree__input *in, stm_arena *mem)
{
    uint32_t *up = STM_ARENA_NEW(mem, uint32_t, in->count);
    for (uint32_t i = 0; up && i < in->count; i++)
        up[i] = i;
    return up;
}

/* Of identical captures the first that is dated stands for all; among those
 * that are not dated, or dated alike, the first by id. */
static void choose_twins(const stm_tree__input *in, uint32_t *set,
                         uint32_t *first)
{
    for (uint32_t i = 0; i < in->count; i++)
        first[i] = STM_NO_TOKEN;
    for (uint32_t i = 0; i < in->count; i++) {
        uint32_t *best = &first[stm_tree__set_find(set, i)];
        if (*best == STM_NO_TOKEN ||
            stm_tree__date_cmp(stm_tree__date(&in->witness[i]),
                               stm_tree__date(&in->witness[*best])) < 0)
            *best = i;
    }
}

static bool find_twins(stm_tree__kinship *out, const stm_tree__input *in,
                       stm_arena *mem)
{
    uint32_t *set = sets_of(in, mem), *first = sets_of(in, mem);
    out->twin = sets_of(in, mem);
    if (!set || !first || !out->twin)
        return false;
    for (size_t i = 0; i < in->relation_count; i++)
        if (in->relation[i]->kind == STM_IDENTICAL)
            stm_tree__set_join(set, in->relation[i]->a, in->relation[i]->b);
    choose_twins(in, set, first);
    for (uint32_t i = 0; i < in->count; i++)
        out->twin[i] = first[stm_tree__set_find(set, i)];
    return true;
}

bool stm_tree__kinship_find(stm_tree__kinship *out, const stm_tree__input *in,
                            stm_arena *mem)
{
    uint32_t *up = sets_of(in, mem);
    out->family = sets_of(in, mem);
    if (!up || !out->family || !find_twins(out, in, mem))
        return false;
    for (size_t i = 0; i < in->relation_count; i++)
        if (stm_relation_is_copy(in->relation[i]->kind))
            stm_tree__set_join(up, in->relation[i]->a, in->relation[i]->b);
    out->family_count = 0;
    for (uint32_t i = 0; i < in->count; i++) {
        uint32_t first = stm_tree__set_find(up, i);
        out->family[i] = first == i ? out->family_count++ : out->family[first];
    }
    return true;
}
