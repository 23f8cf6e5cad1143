/* The few runs of five words of a document that stand for it where furniture
 * and passages are looked for, by their keys (`stm_minhash__keys`), which are
 * never 0. */
#ifndef STM_DEDUP_RUNS_H
#define STM_DEDUP_RUNS_H

#include "sketch/minhash.h"

enum {
    STM_RUN_WORDS = STM_MINHASH_RUN,
    STM_EDGE_WORDS = 96, /* at each end, at most half of the document */
    STM_EDGE_RUNS = 8    /* of each end */
};

/* A document's count of runs; fewer words than one has make none. */
static inline size_t stm_run__count(size_t words)
{
    return words < STM_RUN_WORDS ? 0 : words - STM_RUN_WORDS + 1;
}

/* The runs with the smallest keys at each end of a document, which is where
 * a site's header and footer are; 0 where there are fewer. Equal ends give
 * equal runs. */
typedef struct stm_edges {
    uint32_t run[2][STM_EDGE_RUNS];
} stm_edges;
void stm_run__edges(stm_edges *out, const uint32_t *key, size_t words);

/* How many runs of a document with so many words are kept as its prints, and
 * the number that these are below. */
uint32_t stm_run__print_bound(size_t words);
/* Those runs, each once, ascending, into `out`, which has room for `room` of
 * them; returns how many there are. */
size_t stm_run__prints(uint32_t *out, size_t room, const uint32_t *key,
                       size_t words);
/* No document has more. */
size_t stm_run__print_room(size_t words);

#endif
