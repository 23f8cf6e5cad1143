/* The table is made when stemma is built: open addressing by the hash of a
 * phrase's first word, at most half full. */
#include "page/phrases.h"

typedef struct slot {
    uint64_t first;
    uint16_t at, count; /* in `phrases` */
} slot;

/* Brings `table[TABLE_SIZE]`, `filter[]`, `phrases[]` and `words[]`. */
#include "phrase_table.inc"

uint16_t stm_page__phrases_at(uint64_t first, uint16_t *at)
{
    uint64_t bit = first >> 32 & (FILTER_SIZE - 1);
    *at = 0;
    if (!(filter[bit / 64] >> bit % 64 & 1))
        return 0;
    uint64_t i = first & (TABLE_SIZE - 1);
    while (table[i].first && table[i].first != first)
        i = (i + 1) & (TABLE_SIZE - 1);
    *at = table[i].at;
    return table[i].count;
}

const stm_phrase *stm_page__phrase(uint16_t at) { return phrases + at; }

const uint64_t *stm_page__phrase_rest(const stm_phrase *p)
{
    return words + p->rest;
}
