/* The table is made when stemma is built: open addressing by the hash of a
 * phrase's first word, at most half full. */
#include "page/phrases.h"

typedef struct slot {
    uint64_t first;
    stm_phrases phrases;
} slot;

/* Brings `table[TABLE_SIZE]`, `filter[]`, `phrases[]` and `words[]`. */
#include "phrase_table.inc"

/* The slot of the word, or an empty one, from slot `i` on. */
static uint64_t slot_from(uint64_t i, uint64_t first)
{
    while (table[i].first && table[i].first != first)
        i = (i + 1) & (TABLE_SIZE - 1);
    return i;
}

stm_phrases stm_page__phrases_at(uint64_t first)
{
    uint64_t bit = first >> 32 & (FILTER_SIZE - 1);
    uint64_t may = filter[bit / 64] >> bit % 64 & 1;
    uint64_t i = first & (TABLE_SIZE - 1);
    /* what the filter says cannot be foretold: a word that it knows not is sent
     * to the last slot, which is empty, without a branch */
    i = TABLE_SIZE - ((TABLE_SIZE - i) & -may);
    if ((table[i].first ^ first) & -may)
        i = slot_from(i, first);
    return table[i].phrases;
}

uint64_t stm_page__phrase_begins(uint16_t at) { return begins[at]; }

const stm_phrase *stm_page__phrase(uint16_t at) { return phrases + at; }

const uint64_t *stm_page__phrase_rest(const stm_phrase *p)
{
    return words + p->rest;
}
