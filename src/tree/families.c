/* Families are what copying of whole texts connects; quotations and common
 * topics join nothing. */
#include "tree/families.h"

#include "base/sets.h"

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
        uint32_t *best = &first[stm_sets__find(set, i)];
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
            stm_sets__join(set, in->relation[i]->a, in->relation[i]->b);
    choose_twins(in, set, first);
    for (uint32_t i = 0; i < in->count; i++)
        out->twin[i] = first[stm_sets__find(set, i)];
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
            stm_sets__join(up, in->relation[i]->a, in->relation[i]->b);
    out->family_count = 0;
    for (uint32_t i = 0; i < in->count; i++) {
        uint32_t first = stm_sets__find(up, i);
        out->family[i] = first == i ? out->family_count++ : out->family[first];
    }
    return true;
}
