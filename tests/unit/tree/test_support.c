#include "tradition.h"

/* Sentence `k` with `word` in it. */
#define S(k, word) \
    "in the year " #k " a " word " stood at mile " #k " of the old road. "
#define ALL(a, b, c, d, e, f, g, h) \
    S(1, a) S(2, b) S(3, c) S(4, d) S(5, e) S(6, f) S(7, g) S(8, h)
#define SAME(w) ALL(w, w, w, w, w, w, w, w)

static stm_tree *draw(tradition *t, unsigned samples)
{
    stm_tree *tree;
    stm_tree__input *in = input_of(t);
    in->samples = samples;
    assert_int_equal(stm_tree__build(&tree, in, NULL), STM_OK);
    return tree;
}

/* The support of the edge between two captures, whichever is above. */
static double between(const stm_tree *t, uint32_t u, uint32_t v)
{
    for (size_t i = 0; i < t->edge_count; i++) {
        const stm_edge *e = &t->edges[i];
        if ((e->from == u && e->to == v) || (e->from == v && e->to == u))
            return e->support;
    }
    fail();
    return -1;
}

static void what_every_sentence_says_always_comes_back(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, SAME("mill"));
    text(&t, SAME("tall mill"));
    text(&t, SAME("very tall mill"));
    relate_all(&t);
    stm_tree *tree = draw(&t, 50);
    assert_int_equal(tree->node_count, 3);
    assert_true(between(tree, 0, 1) == 1);
    assert_true(between(tree, 1, 2) == 1);
    stm_tree_free(tree);
    close_tradition(&t);
}

/* Of eight sentences drawn with replacement a given one is missing in
 * (7/8)^8 = .34 of all samples. */
static void what_one_sentence_says_comes_back_when_it_is_drawn(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, SAME("mill"));
    text(&t, ALL("tall mill", "mill", "mill", "mill", "mill", "mill", "mill",
                 "mill"));
    text(&t, ALL("tall mill", "mill", "mill", "mill", "mill", "mill", "mill",
                 "red mill"));
    relate_all(&t);
    stm_tree *tree = draw(&t, 400);
    assert_true(between(tree, 1, 2) > .56 && between(tree, 1, 2) < .76);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void the_same_texts_give_the_same_support(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, THIRD);
    text(&t, LOST);
    relate_all(&t);
    stm_tree *one = draw(&t, 30), *two = draw(&t, 30);
    assert_int_equal(one->edge_count, two->edge_count);
    for (size_t i = 0; i < one->edge_count; i++) {
        assert_true(one->edges[i].support == two->edges[i].support);
        assert_true(one->edges[i].support >= 0 && one->edges[i].support <= 1);
    }
    stm_tree_free(one);
    stm_tree_free(two);
    close_tradition(&t);
}

static void of_two_captures_nothing_is_known(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, SAME("mill"));
    text(&t, SAME("tower"));
    relate_all(&t);
    stm_tree *tree = draw(&t, 50);
    for (size_t i = 0; i < tree->edge_count; i++)
        assert_true(tree->edges[i].support < 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void nothing_is_known_that_was_not_asked_for(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, SAME("mill"));
    text(&t, SAME("tower"));
    text(&t, SAME("tall tower"));
    relate_all(&t);
    stm_tree *tree = build(&t);
    for (size_t i = 0; i < tree->edge_count; i++)
        assert_true(tree->edges[i].support < 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_every_sentence_says_always_comes_back),
        cmocka_unit_test(what_one_sentence_says_comes_back_when_it_is_drawn),
        cmocka_unit_test(the_same_texts_give_the_same_support),
        cmocka_unit_test(of_two_captures_nothing_is_known),
        cmocka_unit_test(nothing_is_known_that_was_not_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
