/* The table is made when stemma is built: open addressing by the hash of a
 * phrase's first word, at most half full. */
#include "page/phrases.h"

typedef struct slot {
    uint64_t first;
    stm_phrases phrases;
} slot;

/* Brings `table[TABLE_SIZE]`, `filter[]`, `phrases[]` and `words[]`. */
#include "phrase_table.inc"

stm_phrases stm_page__phrases_at(uint64_t first)
{
    static const stm_phrases none = {0, 0, 0};
    uint64_t bit = first >> 32 & (FILTER_SIZE - 1);
    if (!(filter[bit / 64] >> bit % 64 & 1))
        return none;
    uint64_t i = first & (TABLE_SIZE - 1);
    while (table[i].first && table[i].first != first)
        i = (i + 1) & (TABLE_SIZE - 1);
    return table[i].phrases;
}

const stm_phrase *stm_page__phrase(uint16_t at) { return phrases + at; }

const uint64_t *stm_page__phrase_rest(const stm_phrase *p)
{
    return words + p->rest;
}
