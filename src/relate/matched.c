/* The word map of an alignment as runs. Texts that are copies of one another
 * have long runs, so some twenty of them keep a map of thousands of words, and
 * who needs it later need not align again.
 *
 * The map of b is the inverse of that of a, but for words that two words stand
 * for; only where it is another one are its runs kept. */
#include "relate/matched.h"

#include <string.h>

/* Where the word behind one that stands for `to` belongs. */
static uint32_t behind(uint32_t to) { return to == STM_NO_TOKEN ? to : to + 1; }

static bool goes_on(const stm_word_run *r, uint32_t i, uint32_t to)
{
    uint32_t last = r->to == STM_NO_TOKEN ? r->to : r->to + r->count - 1;
    return i == r->from + r->count && to == behind(last);
}

/* Runs of `map` where it is not as `known`; into `out` unless that is NULL. */
static size_t list(const uint32_t *map, const uint32_t *known, uint32_t count,
                   stm_word_run *out)
{
    stm_word_run run = {0, 0, 0};
    size_t n = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (map[i] == known[i])
            continue;
        if (n && goes_on(&run, i, map[i])) {
            run.count++;
        } else {
            run = (stm_word_run){i, map[i], 1};
            n++;
        }
        if (out)
            out[n - 1] = run;
    }
    return n;
}

static const stm_word_run *keep(stm_case *c, const uint32_t *map,
                                const uint32_t *known, uint32_t count,
                                size_t *runs)
{
    *runs = list(map, known, count, NULL);
    stm_word_run *to = STM_ARENA_RAW(c->mem, stm_word_run, *runs);
    if (to)
        list(map, known, count, to);
    return to;
}

static void clear(uint32_t *map, uint32_t count)
{
    memset(map, 0xff, count * sizeof *map); /* STM_NO_TOKEN */
}

bool stm_relate__matched(stm_relation *r, stm_case *c)
{
    uint32_t a = c->f.side[0].words, b = c->f.side[1].words;
    if (!stm_relation_is_copy(r->kind) || !c->x->a_to_b)
        return true;
    uint32_t *known =
        STM_ARENA_RAW(&c->scratch, uint32_t, (a > b ? a : b) + (size_t)1);
    if (!known)
        return false;
    clear(known, a);
    r->forth = keep(c, c->x->a_to_b, known, a, &r->forth_count);
    clear(known, b);
    for (uint32_t i = 0; i < a; i++)
        if (c->x->a_to_b[i] != STM_NO_TOKEN)
            known[c->x->a_to_b[i]] = i;
    r->back = keep(c, c->x->b_to_a, known, b, &r->back_count);
    return r->forth && r->back;
}

static void spread(const stm_word_run *run, size_t runs, uint32_t *map,
                   uint32_t count)
{
    for (size_t k = 0; k < runs; k++)
        for (uint32_t i = 0; i < run[k].count && run[k].from + i < count; i++)
            map[run[k].from + i] =
                run[k].to == STM_NO_TOKEN ? STM_NO_TOKEN : run[k].to + i;
}

/* The same from the other side. */
static void invert(const stm_word_run *run, size_t runs, uint32_t *map,
                   uint32_t count)
{
    for (size_t k = 0; k < runs; k++)
        for (uint32_t i = 0; i < run[k].count && run[k].to + i < count; i++)
            map[run[k].to + i] = run[k].from + i;
}

bool stm_relation_map(const stm_relation *r, uint32_t of, uint32_t *map,
                      uint32_t count)
{
    if (!r->forth || (of != r->a && of != r->b))
        return false;
    clear(map, count);
    if (of == r->a) {
        spread(r->forth, r->forth_count, map, count);
    } else {
        invert(r->forth, r->forth_count, map, count);
        spread(r->back, r->back_count, map, count);
    }
    return true;
}
