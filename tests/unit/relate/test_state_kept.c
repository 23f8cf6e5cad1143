#include "pair.h"
#include "relate/states.h"

static stm_states kept(const char *a, const char *b)
{
    pair p;
    stm_states s = {0};
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__state_kept(pair_case(&p, STM_REVISION), &s);
    pair_close(&p);
    return s;
}

static void marks_put_between_the_same_words_are_counted(void **state)
{
    (void)state;
    stm_states s = kept("the tide came early and so did we",
                        "the tide came, early and \"so did we");
    assert_int_equal(s.amount[1][STM_STATE_KEPT_COMMAS], 1);
    assert_int_equal(s.amount[0][STM_STATE_KEPT_COMMAS], 0);
    assert_int_equal(s.amount[1][STM_STATE_KEPT_QUOTES], 1);
    assert_int_equal(s.amount[1][STM_STATE_KEPT_MARKS], 2);
}

static void marks_of_new_words_are_not(void **state)
{
    (void)state;
    stm_states s = kept("the tide came early", "the tide, alas, came early");
    assert_int_equal(s.amount[1][STM_STATE_KEPT_COMMAS], 0);
    assert_int_equal(s.amount[1][STM_STATE_KEPT_MARKS], 0);
}

static void spaces_closed_count_for_the_side_that_had_them(void **state)
{
    (void)state;
    stm_states s = kept("it came.  early  and so \ndid we\n\nall of us",
                        "it came. early and so\ndid we\nall of us");
    assert_int_equal(s.amount[0][STM_STATE_KEPT_WIDE], 2);
    assert_int_equal(s.amount[0][STM_STATE_KEPT_TRAILING], 1);
    assert_int_equal(s.amount[0][STM_STATE_KEPT_BLANKS], 1);
    assert_int_equal(s.amount[1][STM_STATE_KEPT_WIDE], 0);
}

static void dashes_of_print_count_for_the_side_that_has_them(void **state)
{
    (void)state;
    stm_states s = kept("the tide - early - came", "the tide – early - came");
    assert_int_equal(s.amount[1][STM_STATE_KEPT_FOREIGN], 1);
    assert_int_equal(s.amount[0][STM_STATE_KEPT_FOREIGN], 0);
}

static void passages_that_moved_are_read_in_their_own_order(void **state)
{
    (void)state;
    pair p;
    stm_states s = {0};
    pair_open(&p, "one two three. four five six.",
              "four, five six. one two, three.");
    pair_share(&p, "one two three", "one two, three");
    pair_share(&p, "four five six", "four, five six");
    stm_relate__state_kept(pair_case(&p, STM_REVISION), &s);
    assert_int_equal(s.amount[1][STM_STATE_KEPT_COMMAS], 2);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_put_between_the_same_words_are_counted),
        cmocka_unit_test(marks_of_new_words_are_not),
        cmocka_unit_test(spaces_closed_count_for_the_side_that_had_them),
        cmocka_unit_test(dashes_of_print_count_for_the_side_that_has_them),
        cmocka_unit_test(passages_that_moved_are_read_in_their_own_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
