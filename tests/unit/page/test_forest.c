#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "page/forest.h"

/* Each level asks for one sign more; leaf n is reached by the bits of n, the
 * first sign its highest. */
static void a_tree_leads_to_the_leaf_of_its_signs(void **state)
{
    stm_forest_node nodes[STM_FOREST_NODES];
    float leaves[STM_FOREST_LEAVES], signs[STM_FOREST_DEPTH];
    (void)state;
    for (unsigned i = 0, d = 0; i < STM_FOREST_NODES; i++) {
        d += i + 1 == 1u << (d + 1);
        nodes[i] = (stm_forest_node){.5F, (uint16_t)d};
    }
    for (unsigned i = 0; i < STM_FOREST_LEAVES; i++)
        leaves[i] = (float)i;
    stm_forest f = {nodes, leaves, 1};
    for (unsigned i = 0; i < STM_FOREST_LEAVES; i++) {
        for (unsigned d = 0; d < STM_FOREST_DEPTH; d++)
            signs[d] = (float)(i >> (STM_FOREST_DEPTH - 1 - d) & 1);
        assert_float_equal(stm_page__forest(&f, signs), (float)i, 0);
    }
}

static void trees_add_up(void **state)
{
    stm_forest_node nodes[2 * STM_FOREST_NODES] = {{0, 0}};
    float leaves[2 * STM_FOREST_LEAVES], sign = 1;
    (void)state;
    for (unsigned i = 0; i < 2 * STM_FOREST_LEAVES; i++)
        leaves[i] = i < STM_FOREST_LEAVES ? 2 : 3;
    stm_forest f = {nodes, leaves, 2};
    assert_float_equal(stm_page__forest(&f, &sign), 5, 0);
    f.trees = 0;
    assert_float_equal(stm_page__forest(&f, &sign), 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_tree_leads_to_the_leaf_of_its_signs),
        cmocka_unit_test(trees_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
