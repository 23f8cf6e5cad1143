#include "page/forest.h"

float stm_page__forest(const stm_forest *f, const float *signs)
{
    const stm_forest_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    float sum = 0;
    for (unsigned t = 0; t < f->trees; t++) {
        unsigned at = 0;
        for (unsigned d = 0; d < STM_FOREST_DEPTH; d++)
            at = 2 * at + 1 + (signs[nodes[at].sign] > nodes[at].bound);
        sum += leaves[at - STM_FOREST_NODES];
        nodes += STM_FOREST_NODES;
        leaves += STM_FOREST_LEAVES;
    }
    return sum;
}
