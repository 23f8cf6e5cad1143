#include "tradition.h"

static stm_tree__kinship find(tradition *t)
{
    stm_tree__kinship kin;
    assert_true(stm_tree__kinship_find(&kin, input_of(t), &t->mem));
    return kin;
}

static void copying_joins_a_family_and_quoting_does_not(void **state)
{
    (void)state;
    tradition t = {0};
    for (int i = 0; i < 5; i++)
        text(&t, "a b");
    relate(&t, 0, 3, STM_SPUN);
    relate(&t, 1, 2, STM_QUOTES);
    relate(&t, 2, 4, STM_RELATED);
    relate(&t, 3, 4, STM_EXCERPT);
    stm_tree__kinship kin = find(&t);
    assert_int_equal(kin.family_count, 3);
    assert_int_equal(kin.family[0], kin.family[3]);
    assert_int_equal(kin.family[0], kin.family[4]);
    assert_int_equal(kin.family[1], 1);
    assert_int_equal(kin.family[2], 2);
    close_tradition(&t);
}

static void families_are_numbered_by_their_first_witness(void **state)
{
    (void)state;
    tradition t = {0};
    for (int i = 0; i < 4; i++)
        text(&t, "a b");
    relate(&t, 1, 3, STM_REVISION);
    relate(&t, 0, 2, STM_REVISION);
    stm_tree__kinship kin = find(&t);
    assert_int_equal(kin.family[0], 0);
    assert_int_equal(kin.family[1], 1);
    assert_int_equal(kin.family[2], 0);
    assert_int_equal(kin.family[3], 1);
    close_tradition(&t);
}

static void of_identical_captures_the_earliest_stands_for_all(void **state)
{
    (void)state;
    tradition t = {0};
    for (int i = 0; i < 4; i++)
        text(&t, "a b");
    relate(&t, 0, 1, STM_IDENTICAL);
    relate(&t, 1, 2, STM_IDENTICAL);
    relate(&t, 2, 3, STM_REVISION);
    t.page[1].published = (stm_date){2031, 3, 6, -1, -1, -1, STM_NO_ZONE};
    t.page[2].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    stm_tree__kinship kin = find(&t);
    assert_int_equal(kin.twin[0], 2);
    assert_int_equal(kin.twin[1], 2);
    assert_int_equal(kin.twin[2], 2);
    assert_int_equal(kin.twin[3], 3);
    close_tradition(&t);
}

static void of_undated_identical_captures_the_first_stands_for_all(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b");
    text(&t, "a b");
    relate(&t, 0, 1, STM_IDENTICAL);
    assert_int_equal(find(&t).twin[1], 0);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(copying_joins_a_family_and_quoting_does_not),
        cmocka_unit_test(families_are_numbered_by_their_first_witness),
        cmocka_unit_test(of_identical_captures_the_earliest_stands_for_all),
        cmocka_unit_test(
            of_undated_identical_captures_the_first_stands_for_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
