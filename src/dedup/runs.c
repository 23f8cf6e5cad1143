#include "dedup/runs.h"

#include <stdlib.h>
#include <string.h>

/* A document has some 32 prints, or one of 32 of its runs where it is longer:
 * two that share a fifth of their runs then share half a dozen prints. */
enum { PRINTS = 32, EVERY = 32 };

/* Keeps the smallest, ascending, each once. */
static void keep_smallest(uint32_t *kept, size_t *count, uint32_t x)
{
    size_t i = *count;
    if (i == STM_EDGE_RUNS && x >= kept[i - 1])
        return;
    while (i && kept[i - 1] > x)
        i--;
    if (i && kept[i - 1] == x)
        return;
    size_t last = *count < STM_EDGE_RUNS ? (*count)++ : STM_EDGE_RUNS - 1;
    memmove(kept + i + 1, kept + i, (last - i) * sizeof *kept);
    kept[i] = x;
}

/* The runs below a bound that half as many again as are wanted should be below;
 * all of them, where it leaves too few. */
static void edge(uint32_t *out, const uint64_t *hash, size_t words)
{
    uint32_t run[STM_EDGE_WORDS + 1];
    size_t runs = stm_run__count(words), few = 0, count = 0;
    uint32_t bound = runs > 3 * STM_EDGE_RUNS / 2
                         ? UINT32_MAX / (uint32_t)runs * (3 * STM_EDGE_RUNS / 2)
                         : UINT32_MAX;
    for (size_t i = 0; i < runs; i++) {
        uint32_t x = stm_run__at(hash + i);
        run[few] = x;
        few += x < bound;
    }
    for (size_t i = 0; i < few; i++)
        keep_smallest(out, &count, run[i]);
    for (size_t i = 0; count < STM_EDGE_RUNS && i < runs; i++)
        keep_smallest(out, &count, stm_run__at(hash + i));
}

void stm_run__edges(stm_edges *out, const uint64_t *hash, size_t words)
{
    size_t n = words / 2 < STM_EDGE_WORDS ? words / 2 : STM_EDGE_WORDS;
    memset(out, 0, sizeof *out);
    edge(out->run[0], hash, n);
    edge(out->run[1], hash + words - n, n);
}

uint32_t stm_run__print_bound(size_t words)
{
    size_t runs = stm_run__count(words);
    if (runs <= PRINTS)
        return UINT32_MAX;
    size_t wanted = runs / EVERY < PRINTS ? PRINTS : runs / EVERY;
    return (uint32_t)((double)wanted / (double)runs * UINT32_MAX);
}

size_t stm_run__print_room(size_t words) { return stm_run__count(words) + 1; }

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

size_t stm_run__prints(uint32_t *out, size_t room, const uint64_t *hash,
                       size_t words)
{
    uint32_t bound = stm_run__print_bound(words);
    size_t runs = stm_run__count(words), n = 0, kept = 0;
    if (runs + 1 > room)
        return 0;
    for (size_t i = 0; i < runs; i++) {
        uint32_t x = stm_run__at(hash + i);
        out[n] = x;
        n += x < bound;
    }
    qsort(out, n, sizeof *out, by_number);
    for (size_t i = 0; i < n; i++)
        if (!kept || out[kept - 1] != out[i])
            out[kept++] = out[i];
    return kept;
}
