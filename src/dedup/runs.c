#include "dedup/runs.h"

#include <stdlib.h>
#include <string.h>

/* A document has some 32 prints, or one of 32 of its runs where it is longer:
 * two that share a fifth of their runs then share half a dozen prints. */
enum { PRINTS = 32, EVERY = 32 };
/* Runs at an edge are mostly fewer than some, and nearly always than more. */
enum { SOME = 16, MORE = 32 };

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* Puts them in order, each once; returns how many are left. */
static size_t sort(uint32_t *x, size_t n)
{
    enum { FEW = 2 * PRINTS };
    size_t kept = 0;
    for (size_t i = 1; n <= FEW && i < n; i++) {
        uint32_t now = x[i];
        size_t k = i;
        for (; k && x[k - 1] > now; k--)
            x[k] = x[k - 1];
        x[k] = now;
    }
    if (n > FEW)
        qsort(x, n, sizeof *x, by_number);
    for (size_t i = 0; i < n; i++)
        if (!kept || x[kept - 1] != x[i])
            x[kept++] = x[i];
    return kept;
}

/* The same for a dozen or two, in room for `most`: each goes to the place that
 * as many are below, without a branch. Equal ones meet in one place, and leave
 * those behind it to 0, which is no run. */
static inline size_t sort_some(uint32_t *x, size_t n, size_t most)
{
    uint32_t placed[MORE] = {0};
    size_t kept = 0;
    for (size_t i = n; i < most; i++)
        x[i] = UINT32_MAX;
    for (size_t i = 0; i < n; i++) {
        uint32_t below = 0;
        for (size_t k = 0; k < most; k++)
            below += x[k] < x[i];
        placed[below] = x[i];
    }
    for (size_t i = 0; i < most; i++) {
        x[kept] = placed[i];
        kept += placed[i] != 0;
    }
    return kept;
}

static size_t sort_edge(uint32_t *x, size_t n)
{
    if (n < SOME)
        return sort_some(x, n, SOME);
    return n < MORE ? sort_some(x, n, MORE) : sort(x, n);
}

/* The runs below a bound that half as many again as are wanted should be below;
 * where it leaves too few, below twice that, and so on. */
static void edge(uint32_t *out, const uint32_t *key, size_t words)
{
    uint32_t low[STM_EDGE_WORDS + STM_MINHASH_SLACK];
    size_t runs = stm_run__count(words), n = 0;
    for (size_t most = 3 * STM_EDGE_RUNS / 2; n < STM_EDGE_RUNS; most *= 2) {
        bool all = most >= runs;
        uint32_t each = all ? 0 : UINT32_MAX / (uint32_t)runs;
        uint32_t bound = all ? UINT32_MAX : each * (uint32_t)most;
        n = stm_minhash__below(low, key, runs, bound);
        n = sort_edge(low, n);
        if (all)
            break;
    }
    memcpy(out, low, (n < STM_EDGE_RUNS ? n : STM_EDGE_RUNS) * sizeof *low);
}

void stm_run__edges(stm_edges *out, const uint32_t *key, size_t words)
{
    size_t n = words / 2 < STM_EDGE_WORDS ? words / 2 : STM_EDGE_WORDS;
    memset(out, 0, sizeof *out);
    edge(out->run[0], key, n);
    edge(out->run[1], key + (words - n), n);
}

uint32_t stm_run__print_bound(size_t words)
{
    size_t runs = stm_run__count(words);
    if (runs <= PRINTS)
        return UINT32_MAX;
    size_t wanted = runs / EVERY < PRINTS ? PRINTS : runs / EVERY;
    return (uint32_t)((double)wanted / (double)runs * UINT32_MAX);
}

size_t stm_run__print_room(size_t words)
{
    return stm_run__count(words) + STM_MINHASH_SLACK;
}

size_t stm_run__prints(uint32_t *out, size_t room, const uint32_t *key,
                       size_t words)
{
    if (stm_run__print_room(words) > room)
        return 0;
    return sort(out, stm_minhash__below(out, key, stm_run__count(words),
                                        stm_run__print_bound(words)));
}
