/* Numbers in ascending order, in time that grows with their count: a byte at a
 * time from the lowest on (LSD radix), bytes that are all alike left out.
 * Hashes are told apart by their highest bytes; these alone are sorted by
 * first, and where they leave little to do it is done by insertion. */
#ifndef STM_BASE_SORT_H
#define STM_BASE_SORT_H

#include <stddef.h>
#include <stdint.h>

/* `room` has `count` items, too, and holds nothing of use afterwards. */
void stm_sort_u32(uint32_t *x, uint32_t *room, size_t count);
void stm_sort_u64(uint64_t *x, uint64_t *room, size_t count);

/* A number that brings something along. Equal keys keep their order. */
typedef struct stm_keyed {
    uint64_t key;
    uint32_t item;
} stm_keyed;
void stm_sort_keyed(stm_keyed *x, stm_keyed *room, size_t count);

#endif
