#include "work.h"

static void lines_are_segments_without_their_blanks(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "  First line.  \r\n\n***\n\t“Second” line\n");
    assert_int_equal(t.work.segments.count, 2);
    assert_true(segment_is(&t, 0, "First line."));
    assert_true(segment_is(&t, 1, "“Second” line"));
    const stm_segment *s = t.work.segments.items;
    assert_true(s[0].flags & STM_SEGMENT_WHOLE);
    assert_true(s[1].flags & STM_SEGMENT_PARAGRAPH);
    drop_steps(&t);
}

static void a_long_line_without_phrases_stays_whole(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "The mill stood on the hill. The hill stood in the rain. "
                   "Nobody knew who had built the one or the other. The miller "
                   "said that his father had; his father had said the same. By "
                   "May the stones were worn, and the credit of the house with "
                   "them. An advertisement in the paper brought no buyer.");
    assert_int_equal(t.work.segments.count, 1);
    drop_steps(&t);
}

static void adverts_are_cut_out_of_a_line(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "The dam held. Advertisement SKIP ADVERTISEMENT The "
                   "engineers went home.");
    assert_int_equal(t.work.segments.count, 3);
    assert_true(segment_is(&t, 0, "The dam held."));
    assert_true(segment_is(&t, 1, "Advertisement SKIP ADVERTISEMENT"));
    assert_true(t.work.segments.items[1].flags & STM_SEGMENT_CUT);
    assert_true(segment_is(&t, 2, "The engineers went home."));
    drop_steps(&t);
}

static void a_credit_takes_the_sentence_before_it_along(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "He left. The dam in 1911.CreditCredit...Ada "
                   "Quill/Valley Pictures “It held,” he said.");
    const stm_segment *s = t.work.segments.items;
    assert_int_equal(t.work.segments.count, 4);
    assert_true(segment_is(&t, 0, "He left."));
    assert_true(segment_is(&t, 1, "The dam in 1911."));
    assert_true(segment_is(&t, 2, "CreditCredit...Ada Quill/Valley Pictures"));
    assert_true(segment_is(&t, 3, "“It held,” he said."));
    assert_int_not_equal(s[0].mark, STM_MARK_CREDIT);
    assert_int_equal(s[1].mark, STM_MARK_CREDIT);
    assert_int_equal(s[2].mark, STM_MARK_CREDIT);
    drop_steps(&t);
}

static void credit_in_a_sentence_is_none(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Credit where it is due: the mayor paid. The Credit "
                   "Union did not.");
    assert_int_equal(t.work.segments.count, 1);
    drop_steps(&t);
}

static void a_byline_with_its_date_is_cut_out_of_a_long_line(void **state)
{
    (void)state;
    steps t;
    take_steps(&t,
               "New bridge opens By Ada Quill and Jon Marsh May 5, 2024, "
               "4:04 p.m. ET The new bridge over the lower valley opened on "
               "Sunday, two years late and at twice the cost. The mayor cut "
               "the ribbon with a borrowed pair of garden shears, and the "
               "band played until the rain came.");
    assert_true(segment_is(&t, 0, "New bridge opens"));
    assert_true(segment_is(
        &t, 1, "By Ada Quill and Jon Marsh May 5, 2024, 4:04 p.m. ET"));
    drop_steps(&t);
}

static void a_menu_is_cut_out_of_a_long_line(void **state)
{
    (void)state;
    steps t;
    take_steps(&t,
               "Home News Sport Contact Us The new bridge over the lower "
               "valley opened on Sunday, two years late and at twice the "
               "cost. The mayor cut the ribbon with a borrowed pair of garden "
               "shears, and the band played until the rain came.");
    assert_true(segment_is(&t, 0, "Home News Sport Contact Us"));
    drop_steps(&t);
}

static void glued_marks_are_cut_off(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Comments 12New bridge opensSkip to Comments Share your "
                   "thoughts. Be kind.");
    assert_true(segment_is(&t, 0, "Comments 12"));
    assert_true(segment_is(&t, 1, "New bridge opens"));
    assert_true(segment_is(&t, 2, "Skip to Comments"));
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_segments_without_their_blanks),
        cmocka_unit_test(a_long_line_without_phrases_stays_whole),
        cmocka_unit_test(adverts_are_cut_out_of_a_line),
        cmocka_unit_test(a_credit_takes_the_sentence_before_it_along),
        cmocka_unit_test(credit_in_a_sentence_is_none),
        cmocka_unit_test(a_byline_with_its_date_is_cut_out_of_a_long_line),
        cmocka_unit_test(a_menu_is_cut_out_of_a_long_line),
        cmocka_unit_test(glued_marks_are_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
