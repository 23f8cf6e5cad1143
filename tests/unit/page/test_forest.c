#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <string.h>

#include "base/cpu.h"
#include "page/forest.h"

enum { SIGNS = 40, TREES = 7 };

/* Each level asks for one sign more; leaf n is reached by the bits of n, the
 * first sign its highest. */
static void a_tree_leads_to_the_leaf_of_its_signs(void **state)
{
    stm_forest_node nodes[STM_FOREST_NODES];
    float leaves[STM_FOREST_LEAVES], out[STM_FOREST_LANES];
    float columns[STM_FOREST_DEPTH][STM_FOREST_LANES];
    (void)state;
    for (unsigned i = 0, d = 0; i < STM_FOREST_NODES; i++) {
        d += i + 1 == 1u << (d + 1);
        nodes[i] = (stm_forest_node){.5F, (uint16_t)d};
    }
    for (unsigned i = 0; i < STM_FOREST_LEAVES; i++)
        leaves[i] = (float)i;
    stm_forest f = {nodes, leaves, 1};
    for (unsigned from = 0; from < STM_FOREST_LEAVES;
         from += STM_FOREST_LANES) {
        for (unsigned d = 0; d < STM_FOREST_DEPTH; d++)
            for (unsigned k = 0; k < STM_FOREST_LANES; k++)
                columns[d][k] =
                    (float)((from + k) >> (STM_FOREST_DEPTH - 1 - d) & 1);
        stm_page__forest_scalar(out, &f, columns);
        for (unsigned k = 0; k < STM_FOREST_LANES; k++)
            assert_float_equal(out[k], (float)(from + k), 0);
    }
}

static void trees_add_up(void **state)
{
    stm_forest_node nodes[2 * STM_FOREST_NODES] = {{0, 0}};
    float leaves[2 * STM_FOREST_LEAVES], out[STM_FOREST_LANES];
    float columns[1][STM_FOREST_LANES] = {{1}};
    (void)state;
    for (unsigned i = 0; i < 2 * STM_FOREST_LEAVES; i++)
        leaves[i] = i < STM_FOREST_LEAVES ? 2 : 3;
    stm_forest f = {nodes, leaves, 2};
    stm_page__forest_scalar(out, &f, columns);
    assert_float_equal(out[0], 5, 0);
    f.trees = 0;
    stm_page__forest_scalar(out, &f, columns);
    assert_float_equal(out[0], 0, 0);
}

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

static float any_float(uint32_t *seed)
{
    uint32_t r = next(seed) % 100;
    if (r < 2)
        return r ? INFINITY : NAN;
    /* few values, so that many a sign is its bound */
    return r < 60 ? (float)(r % 5) : (float)next(seed) / 1e5F - 80;
}

/* Compares with the definition, on forests of all sizes up to TREES. */
static void says_the_same(stm_forest_fn *fn)
{
    stm_forest_node nodes[TREES * STM_FOREST_NODES];
    float leaves[TREES * STM_FOREST_LEAVES];
    float columns[SIGNS][STM_FOREST_LANES];
    float want[STM_FOREST_LANES], got[STM_FOREST_LANES];
    uint32_t seed = 7;
    for (unsigned round = 0; round < 300; round++) {
        for (unsigned i = 0; i < TREES * STM_FOREST_NODES; i++)
            nodes[i] = (stm_forest_node){any_float(&seed),
                                         (uint16_t)(next(&seed) % SIGNS)};
        for (unsigned i = 0; i < TREES * STM_FOREST_LEAVES; i++)
            leaves[i] = (float)next(&seed) / 1e7F - .8F;
        for (unsigned i = 0; i < SIGNS * STM_FOREST_LANES; i++)
            columns[i / STM_FOREST_LANES][i % STM_FOREST_LANES] =
                any_float(&seed);
        stm_forest f = {nodes, leaves, round % (TREES + 1)};
        stm_page__forest_scalar(want, &f, columns);
        fn(got, &f, columns);
        assert_memory_equal(want, got, sizeof want);
    }
}

static void instruction_sets_agree_to_the_bit(void **state)
{
    (void)state;
    says_the_same(stm_page__forest_pick());
#ifdef __x86_64__
    if (stm_cpu_has(STM_CPU_AVX2))
        says_the_same(stm_page__forest_avx2);
    if (stm_cpu_has(STM_CPU_AVX512))
        says_the_same(stm_page__forest_avx512);
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_leads_to_the_leaf_of_its_signs),
        cmocka_unit_test(trees_add_up),
        cmocka_unit_test(instruction_sets_agree_to_the_bit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
