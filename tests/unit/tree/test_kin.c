#include "tradition.h"

#include "tree/weights.h"

static void lost_texts_are_looked_through(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 4; i++)
        text(&t, "a");
    open_bench(&t, &f);
    uint32_t lost = stm_tree__node_add(&f, STM_LOST);
    assert_true(stm_tree__join(&f, 0, lost) && stm_tree__join(&f, lost, 1) &&
                stm_tree__join(&f, 1, 2) && stm_tree__join(&f, 0, 3));
    stm_tree__kin_vec kin = {0};
    assert_true(stm_tree__next_of_kin(&f, 0, STM_LOST, &kin));
    assert_int_equal(kin.count, 2);
    assert_int_equal(kin.items[0].node, 3);
    assert_int_equal(kin.items[0].steps, 1);
    assert_int_equal(kin.items[1].node, 1);
    assert_int_equal(kin.items[1].steps, 2);
    assert_int_equal(kin.items[1].first, lost);
    assert_int_equal(kin.items[1].last, lost);
    stm_vec_free(&kin);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void only_one_way_can_be_looked(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 3; i++)
        text(&t, "a");
    open_bench(&t, &f);
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 0, 2));
    stm_tree__kin_vec kin = {0};
    assert_true(stm_tree__next_of_kin(&f, 0, 2, &kin));
    assert_int_equal(kin.count, 1);
    assert_int_equal(kin.items[0].node, 2);
    stm_vec_free(&kin);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_large_hub_does_not_pair_all_with_all(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < MOST_TEXTS; i++)
        text(&t, "a");
    open_bench(&t, &f);
    uint32_t lost = stm_tree__node_add(&f, STM_LOST);
    for (uint32_t i = 0; i < MOST_TEXTS; i++)
        assert_true(stm_tree__join(&f, lost, i));
    stm_tree__kin_vec kin = {0};
    assert_true(stm_tree__next_of_kin(&f, 0, STM_LOST, &kin));
    assert_int_equal(kin.count, STM_TREE_NEXT_OF_KIN);
    stm_vec_free(&kin);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_texts_are_looked_through),
        cmocka_unit_test(only_one_way_can_be_looked),
        cmocka_unit_test(a_large_hub_does_not_pair_all_with_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
