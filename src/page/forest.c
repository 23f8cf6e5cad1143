#include "page/forest.h"

#include "base/cpu.h"

/* One line after the other. */
void stm_page__forest_scalar(float out[STM_FOREST_LANES], const stm_forest *f,
                             const float (*columns)[STM_FOREST_LANES])
{
    for (unsigned lane = 0; lane < STM_FOREST_LANES; lane++) {
        const stm_forest_node *nodes = f->nodes;
        const float *leaves = f->leaves;
        float sum = 0;
        for (unsigned t = 0; t < f->trees; t++) {
            unsigned at = 0;
            for (unsigned d = 0; d < STM_FOREST_DEPTH; d++)
                at = 2 * at + 1 +
                     (columns[nodes[at].sign][lane] > nodes[at].bound);
            sum += leaves[at - STM_FOREST_NODES];
            nodes += STM_FOREST_NODES;
            leaves += STM_FOREST_LEAVES;
        }
        out[lane] = sum;
    }
}

stm_forest_fn *stm_page__forest_pick(void)
{
#ifdef __x86_64__
    if (stm_cpu_has(STM_CPU_AVX512))
        return stm_page__forest_avx512;
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_page__forest_avx2;
#endif
    return stm_page__forest_scalar;
}
