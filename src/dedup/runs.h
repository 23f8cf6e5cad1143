/* Runs of five words as numbers, and the few of a document that stand for it
 * where furniture and passages are looked for. */
#ifndef STM_DEDUP_RUNS_H
#define STM_DEDUP_RUNS_H

#include <stemma/base.h>

enum {
    STM_RUN_WORDS = 5,
    STM_EDGE_WORDS = 96, /* at each end, at most half of the document */
    STM_EDGE_RUNS = 8    /* of each end */
};

/* The number of the run that begins at `hash`. */
static inline uint32_t stm_run__at(const uint64_t *hash)
{
    uint64_t sum = (hash[0] & UINT32_MAX) * UINT64_C(0x9e3779b1) +
                   (hash[1] & UINT32_MAX) * UINT64_C(0xc2b2ae3d) +
                   (hash[2] & UINT32_MAX) * UINT64_C(0x85ebca77) +
                   (hash[3] & UINT32_MAX) * UINT64_C(0xfd7046c5) +
                   (hash[4] & UINT32_MAX) * UINT64_C(0xb55a4f09);
    return (uint32_t)(sum >> 32) ^ (uint32_t)sum * UINT32_C(0x27d4eb2f);
}
/* A document's count of them. */
static inline size_t stm_run__count(size_t words)
{
    return words < STM_RUN_WORDS ? 0 : words - STM_RUN_WORDS + 1;
}

/* The runs with the smallest numbers at each end of a document, which is where
 * a site's header and footer are; 0 where there are fewer. Equal ends give
 * equal runs. */
typedef struct stm_edges {
    uint32_t run[2][STM_EDGE_RUNS];
} stm_edges;
void stm_run__edges(stm_edges *out, const uint64_t *hash, size_t words);

/* How many runs of a document with so many words are kept as its prints, and
 * the number that these are below. */
uint32_t stm_run__print_bound(size_t words);
/* Those runs, each once, ascending, into `out`, which has room for `room` of
 * them; returns how many there are. */
size_t stm_run__prints(uint32_t *out, size_t room, const uint64_t *hash,
                       size_t words);
/* No document has more. */
size_t stm_run__print_room(size_t words);

#endif
