/* Sums of small decision trees over the signs of two states: gradient boosting
 * (Friedman 2001), fitted by bench/fit/states_fit.py. */
#ifndef STM_RELATE_FOREST_H
#define STM_RELATE_FOREST_H

#include <stdint.h>

enum {
    STM_STATES_DEPTH = 2,
    STM_STATES_NODES = (1 << STM_STATES_DEPTH) - 1, /* of a tree */
    STM_STATES_LEAVES = 1 << STM_STATES_DEPTH
};

/* A node sends what is over its bound to the right. */
typedef struct stm_states_node {
    float bound;
    uint16_t sign;
} stm_states_node;

/* Trees one behind the other, each complete, its nodes level by level. */
typedef struct stm_states_forest {
    const stm_states_node *nodes;
    const float *leaves;
    unsigned trees;
} stm_states_forest;

extern const stm_states_forest stm_relate__states_forest;

/* The log-odds that it gives to the signs. */
double stm_relate__forest(const stm_states_forest *f, const float *sign);

#endif
