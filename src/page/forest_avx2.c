/* As in forest_avx512.c, eight lines at once. */
#include <immintrin.h>

#include "page/forest.h"
#include "page/forest_left.h"

enum { LANES = 8 };

/* `left` without what node `i` takes away. */
static inline __m256i without(__m256i left, const stm_forest_node *nodes,
                              unsigned i,
                              const float (*columns)[STM_FOREST_LANES])
{
    __m256 right = _mm256_cmp_ps(_mm256_loadu_ps(columns[nodes[i].sign]),
                                 _mm256_set1_ps(nodes[i].bound), _CMP_GT_OQ);
    __m256i gone = _mm256_andnot_si256(_mm256_set1_epi32(stm_page__not_left[i]),
                                       _mm256_castps_si256(right));
    return _mm256_andnot_si256(gone, left);
}

static inline __m256i leaves_left(const stm_forest_node *nodes,
                                  const float (*columns)[STM_FOREST_LANES])
{
    __m256i left = _mm256_set1_epi32(-1), right = left;
#pragma GCC unroll 15
    for (unsigned i = 1; i < STM_FOREST_NODES; i += 2) {
        left = without(left, nodes, i, columns);
        right = without(right, nodes, i + 1, columns);
    }
    return without(_mm256_and_si256(left, right), nodes, 0, columns);
}

/* The number of the lowest bit is the exponent of its value as a float. */
static inline __m256 lowest(__m256i left, const float *leaves)
{
    __m256i low =
        _mm256_and_si256(left, _mm256_sub_epi32(_mm256_setzero_si256(), left));
    __m256i power = _mm256_castps_si256(_mm256_cvtepi32_ps(low));
    __m256i exponent =
        _mm256_and_si256(_mm256_srli_epi32(power, 23), _mm256_set1_epi32(255));
    __m256i leaf = _mm256_sub_epi32(exponent, _mm256_set1_epi32(127));
    return _mm256_i32gather_ps(leaves, leaf, sizeof *leaves);
}

/* Eight of the lines; `columns` begins with the first of them. */
static void half(float *out, const stm_forest *f,
                 const float (*columns)[STM_FOREST_LANES])
{
    const stm_forest_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    __m256 sum = _mm256_setzero_ps();
    for (unsigned t = 0; t < f->trees; t++) {
        sum = _mm256_add_ps(sum, lowest(leaves_left(nodes, columns), leaves));
        nodes += STM_FOREST_NODES;
        leaves += STM_FOREST_LEAVES;
    }
    _mm256_storeu_ps(out, sum);
}

void stm_page__forest_avx2(float out[STM_FOREST_LANES], const stm_forest *f,
                           const float (*columns)[STM_FOREST_LANES])
{
    half(out, f, columns);
    half(out + LANES, f,
         (const float(*)[STM_FOREST_LANES])(const void *)(*columns + LANES));
}
