#include "relate/forest.h"

double stm_relate__forest(const stm_states_forest *f, const float *sign)
{
    const stm_states_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    double sum = 0;
    for (unsigned t = 0; t < f->trees; t++) {
        unsigned at = 0;
        for (unsigned d = 0; d < STM_STATES_DEPTH; d++)
            at = 2 * at + 1 + (sign[nodes[at].sign] > nodes[at].bound);
        sum += leaves[at - STM_STATES_NODES];
        nodes += STM_STATES_NODES;
        leaves += STM_STATES_LEAVES;
    }
    return sum;
}
