#include "tradition.h"

static const stm_evidence growth = {STM_A_TO_B, 2, "growth", {"", 0}};

/* The signs of growth say a>b with two nats. */
static void grown(stm_relation *r)
{
    double rest = 1 + 1 + exp(-2);
    say(r, 1 / rest, exp(-2) / rest, 1 / rest);
    r->evidence = &growth;
    r->evidence_count = 1;
}

static void what_is_left_of_a_text_did_not_grow_into_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING " " CLOSING);
    grown(relate(&t, 0, 1, STM_REVISION));
    open_collated(&t, &f);
    stm_tree__pair p = stm_tree__odds(&f, 0, 1);
    assert_true(p.up > p.down);
    p = stm_tree__odds(&f, 1, 0);
    assert_true(p.down > p.up);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_longer_text_with_other_changes_has_grown(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a1 a2 a3 " OPENING " a4");
    text(&t, "b1 b2 b3 " OPENING " " CLOSING);
    grown(relate(&t, 0, 1, STM_REVISION));
    open_collated(&t, &f);
    stm_tree__pair p = stm_tree__odds(&f, 0, 1);
    assert_true(p.down > p.up);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void sentences_behind_the_end_are_new(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a1 a2 a3 " OPENING " " CLOSING ".");
    text(&t, "b1 b2 b3 " OPENING " " CLOSING
             ". boats came home before the storm that night.");
    relate(&t, 0, 1, STM_REVISION);
    open_collated(&t, &f);
    stm_tree__pair p = stm_tree__odds(&f, 0, 1), q = stm_tree__odds(&f, 1, 0);
    assert_true(p.down > p.up && q.up > q.down);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_text_that_breaks_off_in_a_sentence_was_cut(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " war years inside lay forty letters");
    text(&t, OPENING " " CLOSING);
    grown(relate(&t, 0, 1, STM_REVISION));
    open_collated(&t, &f);
    assert_true(stm_tree__odds(&f, 0, 1).up > stm_tree__odds(&f, 0, 1).down);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void copyists_leave_words_out(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a c d f g i j l m o");
    text(&t, "a b c d e f g h i j k l m n o");
    grown(relate(&t, 0, 1, STM_REVISION));
    open_collated(&t, &f);
    f.manuscripts = true;
    assert_true(stm_tree__find_odd(&f));
    assert_true(stm_tree__odds(&f, 0, 1).up > stm_tree__odds(&f, 0, 1).down);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void what_a_copyist_miswrites_is_no_word(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the sea the wind the boat the sea the wind the boat");
    text(&t, "the sea teh wind the baot the sae the wnid the boat");
    relate(&t, 0, 1, STM_REVISION);
    open_collated(&t, &f);
    f.manuscripts = true;
    assert_true(stm_tree__find_odd(&f));
    assert_true(stm_tree__odds(&f, 0, 1).down > stm_tree__odds(&f, 0, 1).up);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_of_a_text_did_not_grow_into_it),
        cmocka_unit_test(a_longer_text_with_other_changes_has_grown),
        cmocka_unit_test(sentences_behind_the_end_are_new),
        cmocka_unit_test(a_text_that_breaks_off_in_a_sentence_was_cut),
        cmocka_unit_test(copyists_leave_words_out),
        cmocka_unit_test(what_a_copyist_miswrites_is_no_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
