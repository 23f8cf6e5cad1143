/* The table is made when stemma is built: open addressing by the hash of a
 * phrase's first word, at most half full. */
#include "page/phrases.h"

typedef struct slot {
    uint64_t first;
    uint16_t at, count; /* in `phrases` */
} slot;

/* Brings `table[TABLE_SIZE]`, `phrases[]` and `words[]`. */
#include "phrase_table.inc"

const stm_phrase *stm_page__phrases_at(uint64_t first, unsigned *count)
{
    uint64_t i = first & (TABLE_SIZE - 1);
    while (table[i].first && table[i].first != first)
        i = (i + 1) & (TABLE_SIZE - 1);
    *count = table[i].count;
    return phrases + table[i].at;
}

const uint64_t *stm_page__phrase_rest(const stm_phrase *p)
{
    return words + p->rest;
}
