/* Sixteen lines at once, each tree without walking it: a line starts with all
 * leaves possible, one bit each, every node that sends it to the right takes
 * the leaves on its left away, and of those that remain the lowest is where the
 * walk would have ended (QuickScorer, Lucchese and others 2015). As the trees
 * are complete, the leaves on the left of a node are the same in all. */
#include <immintrin.h>

#include "page/forest.h"
#include "page/forest_left.h"

/* `left` without what node `i` takes away. */
static inline __m512i without(__m512i left, const stm_forest_node *nodes,
                              unsigned i,
                              const float (*columns)[STM_FOREST_LANES])
{
    __mmask16 right =
        _mm512_cmp_ps_mask(_mm512_loadu_ps(columns[nodes[i].sign]),
                           _mm512_set1_ps(nodes[i].bound), _CMP_GT_OQ);
    return _mm512_mask_and_epi32(left, right, left,
                                 _mm512_set1_epi32(stm_page__not_left[i]));
}

/* The leaves that are left by all nodes of a tree; two chains of steps hang on
 * each other less than one. */
static inline __m512i leaves_left(const stm_forest_node *nodes,
                                  const float (*columns)[STM_FOREST_LANES])
{
    __m512i left = _mm512_set1_epi32(-1), right = left;
#pragma GCC unroll 15
    for (unsigned i = 1; i < STM_FOREST_NODES; i += 2) {
        left = without(left, nodes, i, columns);
        right = without(right, nodes, i + 1, columns);
    }
    return without(_mm512_and_si512(left, right), nodes, 0, columns);
}

static inline __m512 lowest(__m512i left, const float *leaves)
{
    __m512i low =
        _mm512_and_si512(left, _mm512_sub_epi32(_mm512_setzero_si512(), left));
    __m512i leaf =
        _mm512_sub_epi32(_mm512_set1_epi32(31), _mm512_lzcnt_epi32(low));
    return _mm512_permutex2var_ps(_mm512_loadu_ps(leaves), leaf,
                                  _mm512_loadu_ps(leaves + 16));
}

void stm_page__forest_avx512(float out[STM_FOREST_LANES], const stm_forest *f,
                             const float (*columns)[STM_FOREST_LANES])
{
    __m512 sum = _mm512_setzero_ps();
    const stm_forest_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    for (unsigned t = 0; t < f->trees; t++) {
        sum = _mm512_add_ps(sum, lowest(leaves_left(nodes, columns), leaves));
        nodes += STM_FOREST_NODES;
        leaves += STM_FOREST_LEAVES;
    }
    _mm512_storeu_ps(out, sum);
}
