/* Most keys of a band come once. They go into buckets by their highest bits: so
 * few that each is written on where it was left in a core's nearest cache, so
 * many that one fits into it. In a bucket two passes over a small table tell
 * the keys that come again; only these, and some that share a place with others
 * by chance, are sorted. */
#include <stdlib.h>
#include <string.h>

#include "dedup/keyed.h"

enum {
    BITS = 8,
    BUCKETS = 1 << BITS,
    LEFT = 32 - BITS,
    AHEAD = 24, /* items before its time memory fetches a place */
    EACH = 16,  /* places a key: one of 17 passes by chance */
    FEWEST_BITS = 9,
    MOST_PLACES = 1 << 16
};

void stm_keyed__room_free(stm_keyed_room *room)
{
    stm_vec_free(&room->items);
    stm_vec_free(&room->spare);
    free(room->seen);
    *room = (stm_keyed_room){0};
}

static bool make_room(stm_keyed_room *room, size_t count)
{
    if (!room->seen)
        room->seen = malloc(MOST_PLACES);
    room->items.count = 0;
    return room->seen && stm_vec_reserve(&room->items, count + 1);
}

/* `end` then has the ends of the buckets. */
static void spread(stm_keyed *to, const uint32_t *key, const uint32_t *doc,
                   size_t count, size_t end[BUCKETS])
{
    size_t sum = 0;
    memset(end, 0, BUCKETS * sizeof *end);
    for (size_t i = 0; i < count; i++)
        end[key[i] >> LEFT]++;
    for (unsigned b = 0; b < BUCKETS; b++) {
        size_t n = end[b];
        end[b] = sum;
        sum += n;
    }
    for (size_t i = 0; i < count; i++) {
        size_t next = i + AHEAD < count ? i + AHEAD : i;
        __builtin_prefetch(&to[end[key[next] >> LEFT]], 1);
        to[end[key[i] >> LEFT]++] = (stm_keyed){key[i], doc[i]};
    }
}

static inline uint32_t place_of(uint32_t key, unsigned shift)
{
    return key * UINT32_C(0x9e3779b1) >> shift;
}

/* Brings the items that share their key with another to the front, and returns
 * how many those are; some come along by chance. */
static size_t sift(stm_keyed *items, size_t count, uint8_t *seen)
{
    size_t places = 1 << FEWEST_BITS, n = 0;
    unsigned shift = 32 - FEWEST_BITS;
    for (; places < MOST_PLACES && places < EACH * count; places *= 2)
        shift--;
    memset(seen, 0, places);
    for (size_t i = 0; i < count; i++) {
        uint8_t *s = &seen[place_of(items[i].key, shift)];
        *s = (uint8_t)(2 * *s + 1);
    }
    for (size_t i = 0; i < count; i++) {
        stm_keyed x = items[i];
        items[n] = x;
        n += seen[place_of(x.key, shift)] > 1;
    }
    return n;
}

stm_status stm_keyed__repeats(stm_keyed_room *room, const uint32_t *key,
                              const uint32_t *doc, size_t count,
                              stm_keyed_taker *take, void *user, stm_error *err)
{
    size_t end[BUCKETS], from = 0;
    stm_status rc = STM_OK;
    if (!make_room(room, count))
        return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
    spread(room->items.items, key, doc, count, end);
    for (unsigned b = 0; b < BUCKETS && rc == STM_OK; b++) {
        stm_keyed *items = room->items.items + from;
        size_t n = sift(items, end[b] - from, room->seen);
        from = end[b];
        if (!stm_vec_reserve(&room->spare, n + 1))
            return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
        rc =
            stm_keyed__sort(items, room->spare.items, n, LEFT, take, user, err);
    }
    return rc;
}
