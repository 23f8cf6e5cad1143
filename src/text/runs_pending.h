/* Runs that have been found and are still to be hashed. */
#ifndef STM_TEXT_RUNS_PENDING_H
#define STM_TEXT_RUNS_PENDING_H

#include "text/runs_bits.h"

enum {
    BLOCKS = 32,    /* that are looked at in one go */
    FEW_BLOCKS = 8, /* the same where the first that is not easy may be near */
    /* Some 18 runs start or end in a block of English. */
    PLACES = 1024,
    ODD = 32 /* words that are hashed once more */
};

typedef struct pending {
    uint64_t *hash;
    stm_range *at;
    const char *bytes;
    uint32_t base;
    size_t words;     /* put down */
    size_t count;     /* of the places; odd where a run is open */
    uint64_t letters; /* other than 0 where runs may have some beyond ASCII */
    uint64_t word[BLOCKS + 1]; /* of blocks, behind that of the one before */
    uint64_t high[BLOCKS + 1]; /* the same */
    uint64_t joiner[BLOCKS], not_easy[BLOCKS];
    uint8_t unsure[BLOCKS];
    size_t odd_count;
    uint16_t odd[ODD]; /* what is odd, by its first byte */
    uint16_t place[PLACES + STM_RUNS_WINDOW + 2 * STM_RUNS_SLACK];
} pending;

#endif
