/* Sums of small decision trees: gradient boosting (Friedman 2001), fitted by
 * bench/fit/page_fit.py. */
#ifndef STM_PAGE_FOREST_H
#define STM_PAGE_FOREST_H

#include <stdint.h>

enum {
    STM_FOREST_DEPTH = 5,
    STM_FOREST_NODES = (1 << STM_FOREST_DEPTH) - 1, /* of a tree */
    STM_FOREST_LEAVES = 1 << STM_FOREST_DEPTH,
    STM_FOREST_LANES = 32 /* lines judged at once */
};

/* A node sends what is over its bound to the right. */
typedef struct stm_forest_node {
    float bound;
    uint16_t sign;
} stm_forest_node;

/* Trees one behind the other, each complete, its nodes level by level, so that
 * walking down takes no branch that could be foretold wrongly. */
typedef struct stm_forest {
    const stm_forest_node *nodes;
    const float *leaves;
    unsigned trees;
} stm_forest;

/* The log-odds that a forest gives to the signs of STM_FOREST_LANES lines,
 * which lie side by side: sign `s` of line `l` is columns[s][l]. Bit for bit
 * the same from each of these. */
typedef void stm_forest_fn(float out[STM_FOREST_LANES], const stm_forest *f,
                           const float (*columns)[STM_FOREST_LANES]);
stm_forest_fn stm_page__forest_scalar; /* the definition */
#ifdef __x86_64__
stm_forest_fn stm_page__forest_avx2, stm_page__forest_avx512;
#endif

/* The fastest that this processor has. */
stm_forest_fn *stm_page__forest_pick(void);

/* Is it content: by its own signs, and with those around it; of plain text and
 * of pages with markup. */
extern const stm_forest stm_page__plain_own, stm_page__plain_among;
extern const stm_forest stm_page__markup_own, stm_page__markup_among;

#endif
