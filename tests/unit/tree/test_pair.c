#include "tradition.h"

static void a_pair_turns_with_the_side_it_is_seen_from(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b");
    text(&t, "a c");
    say(relate(&t, 0, 1, STM_REVISION), .7, .2, .1);
    stm_tree__pair p = stm_tree__pair_of(input_of(&t), 0, 1);
    stm_tree__pair q = stm_tree__pair_of(input_of(&t), 1, 0);
    assert_true(p.relation == q.relation);
    assert_true(fabs(exp(p.down) - .7) < 1e-9);
    assert_true(fabs(exp(p.up) - .2) < 1e-9);
    assert_true(fabs(exp(q.down) - .2) < 1e-9);
    assert_true(fabs(exp(q.beside) - .1) < 1e-9);
    close_tradition(&t);
}

static void of_a_pair_that_is_not_listed_nothing_is_known(void **state)
{
    (void)state;
    tradition t = {0};
    for (int i = 0; i < 3; i++)
        text(&t, "a b");
    relate(&t, 0, 2, STM_REVISION);
    stm_tree__pair p = stm_tree__pair_of(input_of(&t), 1, 2);
    assert_null(p.relation);
    assert_true(p.down == p.up && p.up == p.beside);
    close_tradition(&t);
}

static void a_spun_text_is_no_source_of_what_was_not_spun(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b");
    text(&t, "a c");
    stm_relation *r = relate(&t, 0, 1, STM_SPUN);
    r->spun_a = true;
    stm_tree__pair p = stm_tree__pair_of(input_of(&t), 0, 1);
    assert_true(p.barred_down);
    assert_false(p.barred_up);
    assert_true(p.down < -10);
    r->spun_b = true;
    assert_false(stm_tree__pair_of(input_of(&t), 0, 1).barred_down);
    close_tradition(&t);
}

static void who_is_older_but_cut_speaks_for_siblings(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b");
    text(&t, "a b c");
    stm_relation *r = relate(&t, 0, 1, STM_EXCERPT);
    say(r, .8, .15, .05);
    r->cut_a = true;
    assert_false(stm_tree__pair_of(input_of(&t), 0, 1).barred_down);
    t.page[0].truncated = true;
    stm_tree__pair p = stm_tree__pair_of(input_of(&t), 0, 1);
    assert_true(p.barred_down);
    assert_true(fabs(exp(p.beside) - .85) < 1e-9);
    close_tradition(&t);
}

static void a_text_spun_from_all_its_kin_is_the_spun_one(void **state)
{
    (void)state;
    tradition t = {0};
    for (int i = 0; i < 4; i++)
        text(&t, "a b");
    relate(&t, 0, 1, STM_REVISION);
    relate(&t, 0, 2, STM_REVISION);
    relate(&t, 1, 2, STM_REVISION);
    relate(&t, 0, 3, STM_SPUN)->spun_b = true;
    relate(&t, 1, 3, STM_SPUN)->spun_a = true; /* mistaken */
    relate(&t, 2, 3, STM_SPUN);                /* undecided */
    stm_tree__input *in = input_of(&t);
    assert_true(stm_tree__spun_shares(in, &t.mem));
    for (uint32_t u = 0; u < 3; u++) {
        assert_true(stm_tree__pair_of(in, u, 3).barred_up);
        assert_false(stm_tree__pair_of(in, u, 3).barred_down);
    }
    close_tradition(&t);
}

static void
a_lost_source_is_cheaper_for_a_text_that_was_cut_or_spun(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b");
    text(&t, "a c");
    stm_relation *r = relate(&t, 0, 1, STM_SPUN);
    stm_tree__pair plain = stm_tree__pair_of(input_of(&t), 0, 1);
    r->spun_b = true;
    stm_tree__pair spun = stm_tree__pair_of(input_of(&t), 0, 1);
    assert_true(stm_tree__lost_cost(&spun) < stm_tree__lost_cost(&plain));
    close_tradition(&t);
}

static void an_update_counts_before_the_day_of_publication(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a");
    assert_null(stm_tree__date(&t.witness[0]));
    t.page[0].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    assert_int_equal(stm_tree__date(&t.witness[0])->day, 5);
    t.page[0].updated = (stm_date){2031, 3, 6, 10, 0, -1, STM_NO_ZONE};
    assert_int_equal(stm_tree__date(&t.witness[0])->day, 6);
    t.witness[0].page = NULL;
    assert_null(stm_tree__date(&t.witness[0]));
    close_tradition(&t);
}

static void dated_texts_come_before_texts_without_a_date(void **state)
{
    (void)state;
    stm_date morning = {2031, 3, 6, 9, 30, -1, STM_NO_ZONE};
    stm_date evening = {2031, 3, 6, 19, 5, -1, STM_NO_ZONE};
    assert_true(stm_tree__date_cmp(&morning, &evening) < 0);
    assert_true(stm_tree__date_cmp(&evening, &morning) > 0);
    assert_true(stm_tree__date_cmp(&evening, NULL) < 0);
    assert_true(stm_tree__date_cmp(NULL, &morning) > 0);
    assert_int_equal(stm_tree__date_cmp(NULL, NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_turns_with_the_side_it_is_seen_from),
        cmocka_unit_test(of_a_pair_that_is_not_listed_nothing_is_known),
        cmocka_unit_test(a_spun_text_is_no_source_of_what_was_not_spun),
        cmocka_unit_test(who_is_older_but_cut_speaks_for_siblings),
        cmocka_unit_test(a_text_spun_from_all_its_kin_is_the_spun_one),
        cmocka_unit_test(
            a_lost_source_is_cheaper_for_a_text_that_was_cut_or_spun),
        cmocka_unit_test(an_update_counts_before_the_day_of_publication),
        cmocka_unit_test(dated_texts_come_before_texts_without_a_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
