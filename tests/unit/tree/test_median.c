#include "tradition.h"

static void three_copies_of_a_lost_text_meet_in_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(stm_tree__medians(&f));
    assert_int_equal(f.node.count, 4);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(are_joined(&f, 3, u));
    assert_true(f.node.items[3].proof >= 4);
    assert_int_equal(f.node.items[3].row.count, 26);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_text_without_readings_of_its_own_stays(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, LOST);
    text(&t, THIRD);
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(stm_tree__medians(&f));
    assert_int_equal(f.node.count, 3);
    assert_true(are_joined(&f, 0, 1) && are_joined(&f, 1, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_fragment_does_not_stand_between_whole_texts(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " " CLOSING);
    text(&t, "on the first day after winter");
    text(&t, OPENING " X1 " CLOSING " X2 X3");
    relate_all(&t);
    open_bench(&t, &f);
    assert_true(stm_tree__span(&f));
    assert_int_equal(stm_tree__collate(&f, NULL), STM_OK);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 1, 2));
    assert_true(stm_tree__medians(&f));
    assert_true(are_joined(&f, 0, 2));
    assert_int_equal(f.node.items[1].near.count, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void neighbours_follow_to_the_lost_text_they_are_nearer_to(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    text(&t, LOST " z1 z2 z3"); /* itself hardly changed */
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(stm_tree__medians(&f));
    for (uint32_t u = 0; u < 3; u++)
        assert_true(are_joined(&f, 3, u));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(three_copies_of_a_lost_text_meet_in_it),
        cmocka_unit_test(a_text_without_readings_of_its_own_stays),
        cmocka_unit_test(a_fragment_does_not_stand_between_whole_texts),
        cmocka_unit_test(neighbours_follow_to_the_lost_text_they_are_nearer_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
