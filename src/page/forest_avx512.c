/* Sixteen lines at once, each tree without walking it: a line starts with all
 * leaves possible, one bit each, every node that sends it to the right takes
 * the leaves on its left away, and of those that remain the lowest is where the
 * walk would have ended (QuickScorer, Lucchese and others 2015). As the trees
 * are complete, the leaves on the left of a node are the same in all. Two times
 * sixteen lines share what is read of a node. */
#include <immintrin.h>

#include "page/forest.h"
#include "page/forest_left.h"

enum { LANES = 16 };

static inline __mmask16 over(const float *column, __m512 bound)
{
    return _mm512_cmp_ps_mask(bound, _mm512_loadu_ps(column), _CMP_LT_OQ);
}

/* The leaves that are left by all nodes of a tree. */
static inline void leaves_left(__m512i left[2], const stm_forest_node *nodes,
                               const float (*columns)[STM_FOREST_LANES])
{
    left[0] = left[1] = _mm512_set1_epi32(-1);
#pragma GCC unroll 31
    for (unsigned i = 0; i < STM_FOREST_NODES; i++) {
        const float *column = columns[nodes[i].sign];
        __m512 bound = _mm512_set1_ps(nodes[i].bound);
        __m512i rest = _mm512_set1_epi32(stm_page__not_left[i]);
        left[0] =
            _mm512_mask_and_epi32(left[0], over(column, bound), left[0], rest);
        left[1] = _mm512_mask_and_epi32(left[1], over(column + LANES, bound),
                                        left[1], rest);
    }
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
    __m512 first = _mm512_setzero_ps(), second = first;
    const stm_forest_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    for (unsigned t = 0; t < f->trees; t++) {
        __m512i left[2];
        leaves_left(left, nodes, columns);
        first = _mm512_add_ps(first, lowest(left[0], leaves));
        second = _mm512_add_ps(second, lowest(left[1], leaves));
        nodes += STM_FOREST_NODES;
        leaves += STM_FOREST_LEAVES;
    }
    _mm512_storeu_ps(out, first);
    _mm512_storeu_ps(out + LANES, second);
}
