/* A first pass makes buckets by the highest bits, which stay in a core's own
 * cache; of a bucket only the items whose keys may be alike are sorted: by
 * insertion where these are few, else by the bits that are left. */
#include "dedup/keyed.h"

#include <string.h>

enum {
    FEW = 64,       /* by insertion */
    SMALL_BITS = 6, /* buckets of the first pass: about 2^6 items */
    MOST_BITS = 14
};

_Static_assert(sizeof(stm_keyed) * STM_KEYED_EXTRA >= sizeof(uint32_t)
                                                          << MOST_BITS,
               "the counters fit");

static void insert_all(stm_keyed *items, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        stm_keyed x = items[i];
        size_t k = i;
        for (; k && items[k - 1].key > x.key; k--)
            items[k] = items[k - 1];
        items[k] = x;
    }
}

/* Puts items into buckets by `bits` of their keys; `end` then has the ends of
 * the buckets. */
static void spread(stm_keyed *to, const stm_keyed *from, size_t count,
                   unsigned shift, unsigned bits, uint32_t *end)
{
    uint32_t mask = (UINT32_C(1) << bits) - 1, sum = 0;
    memset(end, 0, ((size_t)mask + 1) * sizeof *end);
    for (size_t i = 0; i < count; i++)
        end[from[i].key >> shift & mask]++;
    for (uint32_t d = 0; d <= mask; d++) {
        uint32_t n = end[d];
        end[d] = sum;
        sum += n;
    }
    for (size_t i = 0; i < count; i++)
        to[end[from[i].key >> shift & mask]++] = from[i];
}

/* By the lowest bits first, `left` of them. */
static void sort_large(stm_keyed *items, stm_keyed *room, size_t count,
                       unsigned left)
{
    enum { BITS = 8 };
    uint32_t end[1 << BITS];
    for (unsigned shift = 0; shift < left; shift += BITS) {
        spread(room, items, count, shift, BITS, end);
        memcpy(items, room, count * sizeof *items);
    }
}

static unsigned first_bits(size_t count)
{
    unsigned bits = 0;
    while (bits < MOST_BITS && count >> (bits + SMALL_BITS))
        bits++;
    return bits;
}

static stm_status hand_over(const stm_keyed *k, size_t n, stm_keyed_taker *take,
                            void *user, stm_error *err)
{
    stm_status rc = STM_OK;
    for (size_t i = 0, next; i < n && rc == STM_OK; i = next) {
        next = stm_keyed__end(k, n, i);
        if (next - i > 1)
            rc = take(user, k + i, next - i, err);
    }
    return rc;
}

static bool are_alike(const stm_keyed *items, size_t count)
{
    uint32_t other = 0;
    for (size_t i = 1; i < count; i++)
        other |= items[i].key ^ items->key;
    return !other;
}

/* Brings the items that share their key with another to the front of `to`, and
 * returns how many those are. Keys lie in a table by their low bits; of keys
 * that meet there by chance the items come along. */
static size_t sift(stm_keyed *to, const stm_keyed *from, size_t count)
{
    enum { SLOTS = 1 << 10 };
    uint8_t seen[SLOTS] = {0};
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t *s = &seen[from[i].key & (SLOTS - 1)];
        *s = (uint8_t)(*s + (*s < 2));
    }
    for (size_t i = 0; i < count; i++) {
        to[n] = from[i];
        n += seen[from[i].key & (SLOTS - 1)] > 1;
    }
    return n;
}

stm_status stm_keyed__sort(stm_keyed *items, stm_keyed *room, size_t count,
                           unsigned bits, stm_keyed_taker *take, void *user,
                           stm_error *err)
{
    if (count <= FEW)
        insert_all(items, count);
    else if (!are_alike(items, count))
        sort_large(items, room, count, bits);
    return hand_over(items, count, take, user, err);
}

stm_status stm_keyed__groups(stm_keyed *items, stm_keyed *room, size_t count,
                             stm_keyed_taker *take, void *user, stm_error *err)
{
    uint32_t *end = (uint32_t *)(room + count); /* in the extra */
    unsigned bits = first_bits(count);
    size_t from = 0;
    stm_status rc = STM_OK;
    if (!bits) {
        memcpy(room, items, count * sizeof *room);
        end[0] = (uint32_t)count;
    } else {
        spread(room, items, count, 32 - bits, bits, end);
    }
    for (uint32_t d = 0; d < UINT32_C(1) << bits && rc == STM_OK; d++) {
        stm_keyed *to = items + from, *back = room + from;
        size_t n = sift(to, back, end[d] - from);
        rc = stm_keyed__sort(to, back, n, 32 - bits, take, user, err);
        from = end[d];
    }
    return rc;
}
