/* Documents in the order of a key: how equal ones are found. */
#ifndef STM_DEDUP_KEYED_H
#define STM_DEDUP_KEYED_H

#include <stemma/base.h>

typedef struct stm_keyed {
    uint32_t key, doc;
} stm_keyed;

/* What the room has beyond the items. */
enum { STM_KEYED_EXTRA = 1 << 13 };
/* Items of one key, at least two, in the order they had. */
typedef stm_status stm_keyed_taker(void *user, const stm_keyed *items,
                                   size_t count, stm_error *err);
/* Hands all items that share a key to `take`, by rising keys. `room` is for
 * `count` items and STM_KEYED_EXTRA; both are written over. */
stm_status stm_keyed__groups(stm_keyed *items, stm_keyed *room, size_t count,
                             stm_keyed_taker *take, void *user, stm_error *err);
/* Behind the items from `from` on that have one key. */
static inline size_t stm_keyed__end(const stm_keyed *items, size_t count,
                                    size_t from)
{
    size_t to = from + 1;
    while (to < count && items[to].key == items[from].key)
        to++;
    return to;
}

#endif
