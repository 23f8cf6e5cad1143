#include "base/sort.h"

#include <string.h>

enum { FEW = 48, BYTE = 256 };

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

#define NAME stm_sort_u32
#define FEW_NAME few_u32
#define ITEM uint32_t
#define NUMBER uint32_t
#define KEY(item) (item)
#include "base/sort_radix.inc"

#define NAME stm_sort_u64
#define FEW_NAME few_u64
#define ITEM uint64_t
#define NUMBER uint64_t
#define KEY(item) (item)
#include "base/sort_radix.inc"

#define NAME stm_sort_keyed
#define FEW_NAME few_keyed
#define ITEM stm_keyed
#define NUMBER uint64_t
#define KEY(item) ((item).key)
#include "base/sort_radix.inc"
