/* Counterparts in order: of the words that have one inside a passage, those of
 * the longest ascending chain keep it (Fredman 1975), the others lose it, so
 * that what differs can be read from left to right. */
#include "align/pair.h"

#include <string.h>

typedef struct chain {
    uint32_t *last; /* [length] word of A where the best chain so long ends */
    uint32_t
        *before; /* [words of the passage] the word before it in its chain */
    uint32_t length;
} chain;

static bool lies_in(uint32_t i, stm_span s) { return i >= s.from && i < s.to; }

void stm_align__forget(stm_pair *p, uint32_t i)
{
    uint32_t j = p->a_to_b[i];
    if (j != STM_NO_TOKEN && p->b_to_a[j] == i)
        p->b_to_a[j] = STM_NO_TOKEN;
    p->a_to_b[i] = STM_NO_TOKEN;
}

static bool is_in_order(const stm_pair *p, stm_span a, stm_span b)
{
    uint32_t next = b.from;
    for (uint32_t i = a.from; i < a.to; i++) {
        uint32_t j = p->a_to_b[i];
        if (j == STM_NO_TOKEN)
            continue;
        if (j < next || j >= b.to)
            return false;
        next = j + 1;
    }
    return true;
}

static void append(const stm_pair *p, chain *c, stm_span a, uint32_t i)
{
    uint32_t lo = 0, hi = c->length;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (p->a_to_b[c->last[mid]] < p->a_to_b[i])
            lo = mid + 1;
        else
            hi = mid;
    }
    c->before[i - a.from] = lo ? c->last[lo - 1] : STM_NO_TOKEN;
    c->last[lo] = i;
    if (lo == c->length)
        c->length++;
}

bool stm_align__in_order(stm_pair *p, stm_span a, stm_span b)
{
    chain c = {0};
    size_t words = (size_t)(a.to - a.from) + 1;
    if (is_in_order(p, a, b))
        return true;
    c.last = STM_ARENA_NEW(&p->mem, uint32_t, words);
    c.before = STM_ARENA_NEW(&p->mem, uint32_t, words);
    if (!c.last || !c.before)
        return false;
    for (uint32_t i = a.from; i < a.to; i++)
        if (p->a_to_b[i] != STM_NO_TOKEN && lies_in(p->a_to_b[i], b))
            append(p, &c, a, i);
    uint32_t keep = c.length ? c.last[c.length - 1] : STM_NO_TOKEN;
    for (uint32_t i = a.to; i-- > a.from;) {
        if (i == keep)
            keep = c.before[i - a.from];
        else
            stm_align__forget(p, i);
    }
    return true;
}
