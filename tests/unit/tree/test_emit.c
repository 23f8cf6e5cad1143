#include "tradition.h"

static void star(tradition *t, const char *a, const char *b, const char *c)
{
    text(t, a);
    text(t, b);
    text(t, c);
    relate_all(t);
    for (uint32_t i = 0; i < t->pairs; i++)
        say(&t->relation[i], .02, .02, .96);
}

static void lost_texts_are_numbered_from_the_root_down(void **state)
{
    (void)state;
    tradition t = {0};
    star(&t, FIRST, SECOND, THIRD);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->node_count, 4);
    assert_string_equal(tree->nodes[3].id, "x1");
    assert_int_equal(tree->nodes[3].witness, STM_LOST);
    assert_int_equal(tree->families[0].root, 3);
    assert_string_equal(source_of(tree, "c0"), "x1");
    assert_string_equal(source_of(tree, "c1"), "x1");
    assert_string_equal(source_of(tree, "c2"), "x1");
    stm_tree_free(tree);
    close_tradition(&t);
}

static void edges_come_in_the_order_of_a_walk_from_the_root(void **state)
{
    (void)state;
    tradition t = {0};
    star(&t, FIRST, SECOND, THIRD);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->edge_count, 3);
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(tree->edges[i].to, i);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void
an_edge_between_captures_is_called_what_their_relation_is(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING);
    say(relate(&t, 0, 1, STM_EXCERPT), .9, .05, .05);
    stm_tree *tree = build(&t);
    assert_string_equal(source_of(tree, "c1"), "c0");
    assert_int_equal(edge_to(tree, "c1")->kind, STM_EXCERPT);
    assert_true(edge_to(tree, "c1")->confidence > .5);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void what_a_lost_text_gave_is_told_by_the_copy(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING " x1 x2 x3 " CLOSING " x4 x5 x6 x7 x8 x9");
    text(&t, OPENING " " CLOSING);
    say(relate(&t, 0, 1, STM_SPUN), .02, .02, .96);
    t.relation[0].spun_a = true;
    stm_tree *tree = build(&t);
    assert_int_equal(edge_to(tree, "c0")->kind, STM_SPUN);
    assert_int_equal(edge_to(tree, "c1")->kind, STM_REPRINT);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void a_cut_copy_of_a_lost_text_is_an_excerpt(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, OPENING " y1 y2 y3 " CLOSING " y4 y5");
    say(relate(&t, 0, 1, STM_REVISION), .02, .02, .96);
    t.relation[0].cut_a = true;
    stm_tree *tree = build(&t);
    assert_int_equal(edge_to(tree, "c0")->kind, STM_EXCERPT);
    assert_int_equal(edge_to(tree, "c1")->kind, STM_REVISION);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void identical_captures_hang_under_the_first(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate(&t, 0, 1, STM_IDENTICAL);
    relate(&t, 0, 2, STM_REVISION);
    relate(&t, 1, 2, STM_REVISION);
    stm_tree *tree = build(&t);
    assert_string_equal(source_of(tree, "c1"), "c0");
    assert_int_equal(edge_to(tree, "c1")->kind, STM_IDENTICAL);
    assert_int_equal(tree->edge_count, 2);
    stm_tree_free(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lost_texts_are_numbered_from_the_root_down),
        cmocka_unit_test(edges_come_in_the_order_of_a_walk_from_the_root),
        cmocka_unit_test(
            an_edge_between_captures_is_called_what_their_relation_is),
        cmocka_unit_test(what_a_lost_text_gave_is_told_by_the_copy),
        cmocka_unit_test(a_cut_copy_of_a_lost_text_is_an_excerpt),
        cmocka_unit_test(identical_captures_hang_under_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
