#include "tradition.h"

#include "tree/weights.h"

#define ROW(...)                                                       \
    {                                                                  \
        (const uint32_t[]){__VA_ARGS__}, NULL,                         \
            sizeof((const uint32_t[]){__VA_ARGS__}) / sizeof(uint32_t) \
    }

static void a_stretch_costs_its_words_but_no_more_than_the_cap(void **state)
{
    (void)state;
    stm_tree__row a = ROW(1, 2, 9),
                  b = ROW(1, 3, 9, 10, 11, 12, 13, 14, 15, 16, 17);
    stm_tree__diff d = stm_tree__compare(&a, &b);
    assert_int_equal(d.events, 2);
    assert_int_equal(d.small, 1);
    assert_int_equal(d.cost, 1 + STM_TREE_HUNK_CAP);
    assert_int_equal(d.shared, 2);
    assert_int_equal(d.own_b, 1);
    assert_int_equal(d.own_a, 0);
    assert_int_equal(d.lost_a, 1);
    assert_int_equal(d.lost_b, 0);
}

static void equal_rows_do_not_differ(void **state)
{
    (void)state;
    stm_tree__row a = ROW(1, 4, 6), none = {NULL, NULL, 0};
    assert_int_equal(stm_tree__compare(&a, &a).events, 0);
    assert_int_equal(stm_tree__compare(&a, &a).shared, 3);
    assert_int_equal(stm_tree__compare(&a, &none).events, 1);
    assert_int_equal(stm_tree__compare(&none, &none).events, 0);
}

static void who_reads_otherwise_than_two_others_stands_alone(void **state)
{
    (void)state;
    stm_tree__row x = ROW(1, 3, 5, 8, 9), y = ROW(1, 2, 5, 9),
                  z = ROW(1, 2, 5, 9);
    const stm_tree__row *row[3] = {&x, &y, &z};
    stm_tree__trio t = stm_tree__compare3(row, NULL);
    assert_int_equal(t.own[0], 2); /* 3 for 2, and 8 */
    assert_int_equal(t.own[1], 0);
    assert_int_equal(t.own[2], 0);
    assert_int_equal(t.open, 0);
}

static void three_wordings_at_one_place_prove_nothing(void **state)
{
    (void)state;
    stm_tree__row x = ROW(1, 2, 9), y = ROW(1, 3, 9), z = ROW(1, 4, 9);
    const stm_tree__row *row[3] = {&x, &y, &z};
    stm_tree__trio t = stm_tree__compare3(row, NULL);
    assert_int_equal(t.own[0] + t.own[1] + t.own[2], 0);
    assert_int_equal(t.open, 1);
}

static void
differences_inside_a_gap_are_not_held_against_the_others(void **state)
{
    (void)state;
    /* x lost 2..7, where y and z differ in a word */
    stm_tree__row x = ROW(1, 9), y = ROW(1, 2, 3, 5, 6, 9),
                  z = ROW(1, 2, 3, 4, 6, 9);
    const stm_tree__row *row[3] = {&x, &y, &z};
    stm_tree__trio t = stm_tree__compare3(row, NULL);
    assert_int_equal(t.own[0], 1);
    assert_int_equal(t.own[1], 0);
    assert_int_equal(t.own[2], 0);
    assert_false(t.lacks[0]);
}

static void
a_passage_that_two_share_never_passed_through_the_third(void **state)
{
    (void)state;
    stm_tree__row x = ROW(1, 20),
                  y = ROW(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 20), z = y;
    const stm_tree__row *row[3] = {&y, &x, &z};
    stm_tree__trio t = stm_tree__compare3(row, NULL);
    assert_true(t.lacks[1]);
    assert_false(t.lacks[0]);
    assert_false(t.lacks[2]);
}

static void a_reading_can_be_asked_to_have_more_words(void **state)
{
    (void)state;
    stm_tree__row x = ROW(1, 9), y = ROW(1, 2, 3, 9), z = y;
    const stm_tree__row *row[3] = {&x, &y, &z};
    const uint32_t two[3] = {2, 1, 1}, three[3] = {3, 1, 1};
    assert_int_equal(stm_tree__compare3(row, two).put[0], 1);
    assert_int_equal(stm_tree__compare3(row, three).put[0], 0);
    assert_int_equal(stm_tree__compare3(row, three).own[0], 0);
}

/* A row of which the places in the second list hold a spinner's words. */
#define SPUN(places, tokens)                              \
    {                                                     \
        places, tokens, sizeof(places) / sizeof *(places) \
    }

static const uint32_t spun_place[] = {1, 2, 5, 9};
static const uint32_t spun_token[] = {0, STM_NO_TOKEN, 2, 3};

static void
a_spun_word_says_nothing_where_another_text_has_another(void **state)
{
    (void)state;
    stm_tree__row spun = SPUN(spun_place, spun_token);
    stm_tree__row other = ROW(1, 3, 5, 9), without = ROW(1, 5, 9);
    assert_int_equal(stm_tree__compare(&spun, &other).events, 0);
    assert_int_equal(stm_tree__compare(&other, &spun).events, 0);
    assert_int_equal(stm_tree__compare(&spun, &without).events, 1);
    assert_int_equal(stm_tree__compare(&spun, &spun).events, 0);
}

static void a_spun_word_takes_no_side(void **state)
{
    (void)state;
    stm_tree__row spun = SPUN(spun_place, spun_token);
    stm_tree__row with = ROW(1, 2, 5, 9), against = ROW(1, 3, 5, 9);
    const stm_tree__row *row[3] = {&against, &spun, &with};
    stm_tree__trio t = stm_tree__compare3(row, NULL);
    assert_int_equal(t.own[0] + t.own[1] + t.own[2], 0);
    assert_int_equal(t.open, 1);
    stm_tree__row whole = ROW(1, 2, 5, 9);
    row[1] = &whole;
    assert_int_equal(stm_tree__compare3(row, NULL).own[0], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stretch_costs_its_words_but_no_more_than_the_cap),
        cmocka_unit_test(equal_rows_do_not_differ),
        cmocka_unit_test(who_reads_otherwise_than_two_others_stands_alone),
        cmocka_unit_test(three_wordings_at_one_place_prove_nothing),
        cmocka_unit_test(
            differences_inside_a_gap_are_not_held_against_the_others),
        cmocka_unit_test(
            a_passage_that_two_share_never_passed_through_the_third),
        cmocka_unit_test(a_reading_can_be_asked_to_have_more_words),
        cmocka_unit_test(
            a_spun_word_says_nothing_where_another_text_has_another),
        cmocka_unit_test(a_spun_word_takes_no_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
