/* Disjoint sets of numbers (Galler, Fischer 1964), four bytes each. The
 * smallest member stands for a set, so the result has no history. */
#ifndef STM_BASE_SETS_H
#define STM_BASE_SETS_H

#include <stemma/base.h>

static inline void stm_sets__start(uint32_t *parent, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        parent[i] = i;
}

/* Halves the way on the go. */
static inline uint32_t stm_sets__find(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* Without changing anything: for many threads at once. */
static inline uint32_t stm_sets__look(const uint32_t *parent, uint32_t i)
{
    while (parent[i] != i)
        i = parent[i];
    return i;
}

static inline bool stm_sets__same(const uint32_t *parent, uint32_t a,
                                  uint32_t b)
{
    return stm_sets__look(parent, a) == stm_sets__look(parent, b);
}

/* False: they were one set. */
static inline bool stm_sets__join(uint32_t *parent, uint32_t a, uint32_t b)
{
    a = stm_sets__find(parent, a);
    b = stm_sets__find(parent, b);
    if (a == b)
        return false;
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
    return true;
}

#endif
