#include "report/forest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_arena mem;

static void parents_come_first_and_siblings_by_their_captures(void **state)
{
    (void)state;
    /* x1 (4) over c2 and x2 (5); x2 over c1 and c0; c3 alone */
    const stm_node nodes[] = {
        {"c0", 0, 0, STM_NONE},        {"c1", 1, 0, STM_NONE},
        {"c2", 2, 0, STM_NONE},        {"c3", 3, 1, STM_NONE},
        {"x1", STM_LOST, 0, STM_NONE}, {"x2", STM_LOST, 0, STM_NONE}};
    const stm_edge edges[] = {{4, 2, STM_SPUN, 1, -1},
                              {4, 5, STM_REVISION, 1, -1},
                              {5, 1, STM_REVISION, 1, -1},
                              {5, 0, STM_EXCERPT, 1, -1}};
    const stm_tree t = {
        .nodes = nodes, .node_count = 6, .edges = edges, .edge_count = 4};
    const uint32_t order[] = {4, 5, 0, 1, 2, 3};
    const uint32_t depth[] = {0, 1, 2, 2, 1, 0};
    const bool last[] = {true, false, false, true, true, true};
    stm_forest f;
    assert_int_equal(stm_forest__plant(&f, &mem, &t, NULL), STM_OK);
    assert_int_equal(f.count, 6);
    for (size_t i = 0; i < 6; i++) {
        assert_int_equal(f.items[i].node, order[i]);
        assert_int_equal(f.items[i].depth, depth[i]);
        assert_int_equal(f.items[i].last, last[i]);
    }
    assert_int_equal(f.items[2].parent, 1);
    assert_ptr_equal(f.items[2].edge, &edges[3]);
    assert_int_equal(f.items[1].children, 2);
}

static void a_chain_of_thousands_needs_no_stack(void **state)
{
    (void)state;
    enum { LONG = 20000 };
    stm_node *nodes = STM_ARENA_NEW(&mem, stm_node, LONG);
    stm_edge *edges = STM_ARENA_NEW(&mem, stm_edge, LONG);
    for (uint32_t i = 0; i < LONG; i++) {
        nodes[i].witness = i;
        if (i)
            edges[i - 1] = (stm_edge){i, i - 1, STM_REVISION, 1, -1};
    }
    stm_tree t = {.nodes = nodes,
                  .node_count = LONG,
                  .edges = edges,
                  .edge_count = LONG - 1};
    stm_forest f;
    assert_int_equal(stm_forest__plant(&f, &mem, &t, NULL), STM_OK);
    assert_int_equal(f.count, LONG);
    assert_int_equal(f.items[LONG - 1].node, 0);
    assert_int_equal(f.items[LONG - 1].depth, LONG - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parents_come_first_and_siblings_by_their_captures),
        cmocka_unit_test(a_chain_of_thousands_needs_no_stack),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    stm_arena_free(&mem);
    return failed;
}
