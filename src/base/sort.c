#include "base/sort.h"

#include <stdbool.h>
#include <string.h>

enum { FEW = 48, BYTE = 256, MOVES = 4 /* for each item */ };

/* Counts become places. */
static void add_up(size_t *place)
{
    size_t at = 0;
    for (int i = 0; i < BYTE; i++) {
        size_t n = place[i];
        place[i] = at;
        at += n;
    }
}

static unsigned highest_bit(uint64_t x)
{
    unsigned bit = 0;
    for (; x > 1; x >>= 1)
        bit++;
    return bit;
}

/* So many of the highest bits, in whole bytes, put numbers that lie evenly in
 * order but for a few neighbours. */
static unsigned bits_that_tell(size_t count)
{
    return (highest_bit(count) + 3 + 7) / 8 * 8;
}

#define NAME stm_sort_u32
#define FEW_NAME few_u32
#define BITS_NAME bits_u32
#define ITEM uint32_t
#define NUMBER uint32_t
#define KEY(item) (item)
#include "base/sort_radix.inc"

#define NAME stm_sort_u64
#define FEW_NAME few_u64
#define BITS_NAME bits_u64
#define ITEM uint64_t
#define NUMBER uint64_t
#define KEY(item) (item)
#include "base/sort_radix.inc"

#define NAME stm_sort_keyed
#define FEW_NAME few_keyed
#define BITS_NAME bits_keyed
#define ITEM stm_keyed
#define NUMBER uint64_t
#define KEY(item) ((item).key)
#include "base/sort_radix.inc"
