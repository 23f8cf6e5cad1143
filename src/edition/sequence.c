/* The order of a lost text's words is that of the capture next to it, for whom
 * a passage may stand elsewhere than for the text that was collated first; what
 * that capture has not follows what it follows in the collation. */
#include "edition/sequence.h"

#include <stdlib.h>

typedef struct turn {
    uint32_t key, unit;
} turn;

static int by_key(const void *x, const void *y)
{
    const turn *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->unit > b->unit) - (a->unit < b->unit);
}

uint32_t *stm_edition__reading_order(const stm_edition__bench *b,
                                     uint32_t local, stm_arena *mem,
                                     uint32_t *count)
{
    const stm_edition__column *guide = &b->column[b->near[local]];
    turn *turns = STM_ARENA_NEW(mem, turn, b->units);
    uint32_t *order = STM_ARENA_NEW(mem, uint32_t, b->units);
    uint32_t key = 0;
    *count = 0;
    if (!turns || !order)
        return NULL;
    for (uint32_t u = 0; u < b->units; u++) {
        stm_span s = {guide->from[u], guide->from[u + 1]};
        if (s.from < s.to)
            key = guide->cell[s.from].token + 1;
        if (!stm_edition__read(b, u, local)->empty)
            turns[(*count)++] = (turn){key, u};
    }
    if (*count)
        qsort(turns, *count, sizeof *turns, by_key);
    for (uint32_t i = 0; i < *count; i++)
        order[i] = turns[i].unit;
    return order;
}

uint32_t stm_edition__shown(const stm_edition__bench *b, uint32_t unit,
                            uint32_t local)
{
    const uint32_t *state = stm_edition__states(b, unit);
    uint32_t near = b->near[local];
    return state[near] == state[local]
               ? near
               : stm_edition__read(b, unit, local)->column;
}

static uint32_t words_in(const stm_edition__bench *b, const uint32_t *order,
                         uint32_t count, uint32_t local)
{
    uint32_t all = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t c = stm_edition__shown(b, order[i], local);
        stm_span s = stm_edition__cells(b, order[i], c);
        all += s.to - s.from;
    }
    return all;
}

bool stm_edition__sequence_of(stm_edition__sequence *out,
                              const stm_edition__bench *b, uint32_t local,
                              stm_arena *mem)
{
    uint32_t units;
    uint32_t *order = stm_edition__reading_order(b, local, mem, &units);
    *out = (stm_edition__sequence){0};
    if (!order)
        return false;
    uint32_t words = words_in(b, order, units, local);
    out->word = STM_ARENA_NEW(mem, stm_edition__word, words);
    for (uint32_t i = 0; out->word && i < units; i++) {
        uint32_t c = stm_edition__shown(b, order[i], local);
        stm_span s = stm_edition__cells(b, order[i], c);
        for (uint32_t k = s.from; k < s.to; k++)
            out->word[out->count++] = (stm_edition__word){
                c, b->column[c].cell[k].token, order[i], k - s.from};
    }
    return out->word != NULL;
}
