/* Documents in the order of a key: how equal ones are found. */
#ifndef STM_DEDUP_KEYED_H
#define STM_DEDUP_KEYED_H

#include <stemma/base.h>

#include "base/vec.h"

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

/* A worker's own, for one column of keys after the other; start with {0}. */
typedef struct stm_keyed_room {
    STM_VEC(stm_keyed) items, spare;
    uint8_t *seen;
} stm_keyed_room;
void stm_keyed__room_free(stm_keyed_room *room);
/* As stm_keyed__groups, of documents most of whose keys come once. Takes 8
 * bytes a document, and as much for those whose keys come again. */
stm_status stm_keyed__repeats(stm_keyed_room *room, const uint32_t *key,
                              const uint32_t *doc, size_t count,
                              stm_keyed_taker *take, void *user,
                              stm_error *err);

/* For both: puts `count` items in the order of their keys, of which the lowest
 * `bits` are not all alike, and hands over those that share one. */
stm_status stm_keyed__sort(stm_keyed *items, stm_keyed *room, size_t count,
                           unsigned bits, stm_keyed_taker *take, void *user,
                           stm_error *err);

#endif
