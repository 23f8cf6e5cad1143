#include "dedup/cut_numbers.h"

#include <string.h>
#include <xxhash.h>

enum { SLOTS = 1 << 10 }; /* of the smallest table */

static stm_status no_memory(stm_error *err)
{
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET, "out of memory");
}

void stm_cut_numbers__free(stm_cut_numbers *n)
{
    stm_vec_free(&n->bytes);
    stm_vec_free(&n->end);
    stm_vec_free(&n->number);
}

uint64_t stm_cut_numbers__bytes(const stm_cut_numbers *n)
{
    return n->bytes.room + n->end.room * sizeof *n->end.items +
           n->number.room * sizeof *n->number.items;
}

static bool is_string(const stm_cut_numbers *n, uint32_t number, stm_str s)
{
    uint64_t from = number ? n->end.items[number - 1] : 0;
    return n->end.items[number] - from == s.len &&
           !memcmp(n->bytes.items + from, s.ptr, s.len);
}

/* The slot of the string, or the free one where it would be. Half of the hash
 * stands in the slot, so that few strings are compared. */
static uint64_t *find(const stm_cut_numbers *n, uint64_t hash, stm_str s)
{
    size_t mask = n->number.count - 1, i = (size_t)hash & mask;
    uint64_t *slot = n->number.items;
    for (; slot[i]; i = (i + 1) & mask)
        if (slot[i] >> 32 == hash >> 32 &&
            is_string(n, (uint32_t)slot[i] - 1, s))
            break;
    return &slot[i];
}

/* Twice the slots; the strings' hashes are made again, for half of each is not
 * known any more. */
static bool grow(stm_cut_numbers *n)
{
    size_t slots = n->number.count ? n->number.count * 2 : SLOTS;
    uint64_t *slot = calloc(slots, sizeof *slot), from = 0;
    if (!slot)
        return false;
    for (uint32_t i = 0; i < n->end.count; i++) {
        uint64_t hash = XXH3_64bits(n->bytes.items + from,
                                    (size_t)(n->end.items[i] - from));
        size_t at = (size_t)hash & (slots - 1);
        while (slot[at])
            at = (at + 1) & (slots - 1);
        slot[at] = hash >> 32 << 32 | (i + 1);
        from = n->end.items[i];
    }
    free(n->number.items);
    n->number.items = slot;
    n->number.count = n->number.room = slots;
    return true;
}

static stm_status add(stm_cut_numbers *n, uint64_t hash, uint64_t *slot,
                      stm_str s, stm_error *err)
{
    if (n->end.count == INT32_MAX)
        return stm_fail(err, STM_ELIMIT, STM_NO_OFFSET,
                        "over two billion different words");
    if (!stm_vec_reserve(&n->bytes, s.len + 1) ||
        !stm_vec_push(&n->end, n->bytes.count + s.len))
        return no_memory(err);
    if (s.len)
        memcpy(n->bytes.items + n->bytes.count, s.ptr, s.len);
    n->bytes.count += s.len;
    *slot = hash >> 32 << 32 | (uint64_t)n->end.count;
    return STM_OK;
}

stm_status stm_cut_numbers__of(uint32_t *number, stm_cut_numbers *n, stm_str s,
                               stm_error *err)
{
    uint64_t hash = XXH3_64bits(s.ptr, s.len);
    if (n->end.count * 2 >= n->number.count && !grow(n))
        return no_memory(err);
    uint64_t *slot = find(n, hash, s);
    stm_status rc = *slot ? STM_OK : add(n, hash, slot, s, err);
    *number = (uint32_t)*slot - 1;
    return rc;
}
