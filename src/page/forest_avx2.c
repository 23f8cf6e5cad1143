/* As in forest_avx512.c, with eight lines for sixteen. */
#include <immintrin.h>

#include "page/forest.h"
#include "page/forest_left.h"

enum { LANES = 8 };

/* `left` without what a node takes away. */
static inline __m256i without(__m256i left, const float *column, __m256 bound,
                              __m256i rest)
{
    __m256 right = _mm256_cmp_ps(bound, _mm256_loadu_ps(column), _CMP_LT_OQ);
    __m256i gone = _mm256_andnot_si256(rest, _mm256_castps_si256(right));
    return _mm256_andnot_si256(gone, left);
}

static inline void leaves_left(__m256i left[2], const stm_forest_node *nodes,
                               const float (*columns)[STM_FOREST_LANES])
{
    left[0] = left[1] = _mm256_set1_epi32(-1);
#pragma GCC unroll 31
    for (unsigned i = 0; i < STM_FOREST_NODES; i++) {
        const float *column = columns[nodes[i].sign];
        __m256 bound = _mm256_set1_ps(nodes[i].bound);
        __m256i rest = _mm256_set1_epi32(stm_page__not_left[i]);
        left[0] = without(left[0], column, bound, rest);
        left[1] = without(left[1], column + LANES, bound, rest);
    }
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

/* Two times eight of the lines; `columns` begins with the first of them. */
static void some(float *out, const stm_forest *f,
                 const float (*columns)[STM_FOREST_LANES])
{
    const stm_forest_node *nodes = f->nodes;
    const float *leaves = f->leaves;
    __m256 first = _mm256_setzero_ps(), second = first;
    for (unsigned t = 0; t < f->trees; t++) {
        __m256i left[2];
        leaves_left(left, nodes, columns);
        first = _mm256_add_ps(first, lowest(left[0], leaves));
        second = _mm256_add_ps(second, lowest(left[1], leaves));
        nodes += STM_FOREST_NODES;
        leaves += STM_FOREST_LEAVES;
    }
    _mm256_storeu_ps(out, first);
    _mm256_storeu_ps(out + LANES, second);
}

void stm_page__forest_avx2(float out[STM_FOREST_LANES], const stm_forest *f,
                           const float (*columns)[STM_FOREST_LANES])
{
    for (unsigned k = 0; k < STM_FOREST_LANES; k += 2 * LANES)
        some(out + k, f,
             (const float(*)[STM_FOREST_LANES])(const void *)(*columns + k));
}
