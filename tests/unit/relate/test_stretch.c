#include "relate/stretch.h"

#include "pair.h"

#include <stdio.h>

#define LINES5                                                                 \
    "The tide came in early that year. Nobody had mended the sluice. The men " \
    "stood on the dyke with lanterns and waited for the bell to ring. "

static const char TAIL[] =
    "When it rang they carried the sacks to the breach and laid them one upon "
    "another until the morning, and the women brought bread and hot ale along "
    "the dyke, and the priest held the ladder, and still the water came over "
    "the lowest stones and into the orchard.";

static void words_outside_passages_are_stretches(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Alpha beta. The tide came in early. Gamma delta epsilon.",
              "The tide came in early. Zeta.");
    pair_share(&p, "The tide came in early", "The tide came in early");
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_int_equal(c->f.side[0].stretch_count, 2);
    assert_int_equal(c->f.side[0].head, 2);
    assert_int_equal(c->f.side[0].tail, 3);
    assert_int_equal(c->f.side[0].covered, 5);
    assert_int_equal(c->f.side[0].own, 5);
    assert_int_equal(c->f.side[0].stretch[0].next, 0);
    assert_int_equal(c->f.side[0].stretch[1].last, 0);
    assert_int_equal(c->f.side[1].stretch_count, 1);
    assert_int_equal(c->f.side[1].own, 1);
    pair_close(&p);
}

static void a_text_without_passages_is_one_stretch(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Alpha beta gamma.", "Delta.");
    stm_case *c = pair_case(&p, STM_UNRELATED);
    assert_int_equal(c->f.side[0].stretch_count, 1);
    assert_int_equal(c->f.side[0].own, 3);
    assert_int_equal(c->f.side[0].head, 0);
    assert_int_equal(c->f.side[0].tail, 0);
    assert_false(c->f.side[0].cut);
    pair_close(&p);
}

static void a_text_that_ends_where_the_other_goes_on_is_cut(void **state)
{
    (void)state;
    pair p;
    char whole[600];
    snprintf(whole, sizeof whole, "%s%s", LINES5, TAIL);
    pair_open(&p, LINES5, whole);
    pair_share(&p, LINES5, LINES5);
    stm_case *c = pair_case(&p, STM_EXCERPT);
    assert_true(c->f.side[0].cut);
    assert_false(c->f.side[1].cut);
    assert_int_equal(c->f.side[1].beyond, c->f.side[1].tail);
    assert_int_equal(c->f.side[1].own, 0);
    assert_true(c->f.side[1].stretch[0].beyond);
    pair_close(&p);
}

static void a_few_words_more_are_no_cut(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LINES5, LINES5 "When it rang they carried the sacks.");
    pair_share(&p, LINES5, LINES5);
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_false(c->f.side[0].cut);
    assert_int_equal(c->f.side[1].own, 7);
    pair_close(&p);
}

static void a_paywall_cuts_whatever_follows_it(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, LINES5, LINES5 "When it rang they carried the sacks away.");
    pair_share(&p, LINES5, LINES5);
    p.page[0].truncated = true;
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_true(c->f.side[0].cut);
    assert_int_equal(c->f.side[1].own, 0);
    pair_close(&p);
}

static void another_ending_is_no_cut(void **state)
{
    (void)state;
    pair p;
    char a[600], b[600];
    snprintf(a, sizeof a, "%s%s", LINES5,
             "Old Marten told it otherwise: there was no bell, he said, and no "
             "lanterns, and the dyke had broken in the afternoon.");
    snprintf(b, sizeof b, "%s%s", LINES5, TAIL);
    pair_open(&p, a, b);
    pair_share(&p, LINES5, LINES5);
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_false(c->f.side[0].cut);
    assert_false(c->f.side[1].cut);
    pair_close(&p);
}

static void moved_passages_are_ordered_for_both_sides(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Red hen sat. Blue cow ran.", "Blue cow ran. Red hen sat.");
    pair_share(&p, "Red hen sat", "Red hen sat");
    pair_share(&p, "Blue cow ran", "Blue cow ran");
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_int_equal(c->f.side[0].order[0], 0);
    assert_int_equal(c->f.side[1].order[0], 1);
    assert_int_equal(c->f.side[1].order[1], 0);
    assert_int_equal(c->f.side[1].stretch_count, 0);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_outside_passages_are_stretches),
        cmocka_unit_test(a_text_without_passages_is_one_stretch),
        cmocka_unit_test(a_text_that_ends_where_the_other_goes_on_is_cut),
        cmocka_unit_test(a_few_words_more_are_no_cut),
        cmocka_unit_test(a_paywall_cuts_whatever_follows_it),
        cmocka_unit_test(another_ending_is_no_cut),
        cmocka_unit_test(moved_passages_are_ordered_for_both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
