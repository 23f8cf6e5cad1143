#include "tradition.h"

#define PASSAGE "p1 p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12 p13 p14"

static void
a_passage_that_the_path_does_not_explain_has_a_second_source(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " x1 x2 x3 x4 x5 x6 x7 x8 " PASSAGE " " CLOSING);
    text(&t, OPENING " " CLOSING " y1 y2 y3 y4 y5 y6 y7 y8");
    text(&t, OPENING " " CLOSING " y1 y2 y3 y4 y5 y6 y7 y8 " PASSAGE);
    relate_all(&t);
    say(relation_of(&t, 0, 1), .9, .05, .05);
    say(relation_of(&t, 0, 2), .9, .05, .05);
    say(relation_of(&t, 2, 3), .9, .05, .05);
    say(relation_of(&t, 1, 3), .9, .05, .05);
    stm_tree *tree = build(&t);
    assert_string_equal(source_of(tree, "c3"), "c2");
    assert_int_equal(tree->secondary_count, 0); /* not at the same place */
    stm_tree_free(tree);
    close_tradition(&t);
}

static void readings_taken_over_one_by_one_have_a_second_source(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b c d e f g h i j k l m n o p q r s t u v w x y z");
    text(&t, "A1 b C1 d E1 f G1 h I1 j k l m n o p q r s t u v w x y z");
    text(&t, "a b c d e f g h i j K2 l M2 n O2 p Q2 r S2 t U2 v W2 x Y2 z");
    text(&t, "A1 b C1 d E1 f G1 h I1 j K2 l M2 n O2 p Q2 r S2 t U2 v W2 x Y2 "
             "z");
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        say(&t.relation[i], .9, .05, .05);
    stm_tree *tree = build(&t);
    assert_string_equal(source_of(tree, "c3"), "c2");
    assert_int_equal(tree->secondary_count, 1);
    assert_int_equal(tree->secondary[0].from, 1);
    assert_int_equal(tree->secondary[0].to, 3);
    assert_int_equal(tree->secondary[0].words, 5);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void what_a_text_hands_down_is_no_second_source(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, OPENING " " PASSAGE);
    text(&t, OPENING " " PASSAGE " x");
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        say(&t.relation[i], .9, .05, .05);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void one_shared_word_is_a_coincidence(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " same " CLOSING " x1 x2 x3");
    text(&t, OPENING " same " CLOSING " y1 y2 y3");
    relate_all(&t);
    for (uint32_t i = 0; i < t.pairs; i++)
        say(&t.relation[i], .9, .05, .05);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_passage_that_the_path_does_not_explain_has_a_second_source),
        cmocka_unit_test(readings_taken_over_one_by_one_have_a_second_source),
        cmocka_unit_test(what_a_text_hands_down_is_no_second_source),
        cmocka_unit_test(one_shared_word_is_a_coincidence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
