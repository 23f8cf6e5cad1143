#include "tradition.h"

static void the_nearest_are_joined(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " x y");
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate_all(&t);
    open_bench(&t, &f);
    assert_true(stm_tree__span(&f));
    assert_true(are_joined(&f, 0, 2));
    assert_true(are_joined(&f, 1, 2));
    assert_false(are_joined(&f, 0, 1));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void equal_distances_are_joined_in_the_middle(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 4; i++)
        text(&t, OPENING);
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        t.relation[i].distance = 10;
    relation_of(&t, 2, 3)->distance = 9; /* 2 and 3 are in the middle */
    relation_of(&t, 0, 1)->distance = 12;
    open_bench(&t, &f);
    assert_true(stm_tree__span(&f));
    assert_true(are_joined(&f, 2, 3));
    assert_true(are_joined(&f, 0, 2));
    assert_true(are_joined(&f, 1, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_spun_text_hangs_at_a_tip(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    for (int i = 0; i < 3; i++)
        text(&t, OPENING);
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        t.relation[i].distance = 2;
    relation_of(&t, 0, 2)->distance = 30;
    relation_of(&t, 0, 1)->kind = STM_SPUN;
    relation_of(&t, 0, 1)->spun_b = true;
    relation_of(&t, 1, 2)->kind = STM_SPUN;
    relation_of(&t, 1, 2)->spun_a = true;
    open_bench(&t, &f);
    assert_true(stm_tree__span(&f));
    assert_true(are_joined(&f, 0, 2));
    assert_int_equal(f.node.items[1].near.count, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_short_text_does_not_join_what_is_long_and_alike(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " " CLOSING);
    text(&t, "on the first day after winter a fisherman");
    text(&t, OPENING " x1 x2 x3 x4 x5 x6 x7 x8 " CLOSING " y1 y2 y3 y4 y5");
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(are_joined(&f, 0, 2));
    assert_true(are_joined(&f, 0, 1));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void
a_twins_relations_count_for_the_capture_that_stands_for_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate(&t, 0, 1, STM_IDENTICAL);
    relate(&t, 1, 2, STM_REVISION); /* 0 and 2 were never compared */
    open_bench(&t, &f);
    assert_true(stm_tree__span(&f));
    assert_int_equal(f.captures, 2);
    assert_true(are_joined(&f, 0, 1));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_nearest_are_joined),
        cmocka_unit_test(equal_distances_are_joined_in_the_middle),
        cmocka_unit_test(a_spun_text_hangs_at_a_tip),
        cmocka_unit_test(a_short_text_does_not_join_what_is_long_and_alike),
        cmocka_unit_test(
            a_twins_relations_count_for_the_capture_that_stands_for_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
