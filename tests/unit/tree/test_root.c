#include "tradition.h"

/* 0 - 1 - 2 - 3, each a word from the next. */
static void chain(tradition *t, stm_tree__family *f)
{
    text(t, OPENING);
    text(t, OPENING " x");
    text(t, OPENING " x y");
    text(t, OPENING " x y z");
    relate_all(t);
    open_collated(t, f);
}

static void the_root_is_where_the_pairs_want_it_together(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    chain(&t, &f);
    say(relation_of(&t, 0, 1), .3, .6, .1); /* 1 above 0 */
    say(relation_of(&t, 1, 2), .1, .8, .1); /* 2 above 1 */
    say(relation_of(&t, 2, 3), .6, .3, .1); /* 2 above 3 */
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.root, 2);
    assert_int_equal(f.node.items[2].parent, STM_LOST);
    assert_int_equal(f.node.items[1].parent, 2);
    assert_int_equal(f.node.items[0].parent, 1);
    assert_int_equal(f.node.items[3].parent, 2);
    assert_true(f.node.items[1].sure > .6);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void strong_words_of_one_pair_outweigh_weak_ones(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    chain(&t, &f);
    say(relation_of(&t, 0, 1), .96, .02, .02);
    say(relation_of(&t, 1, 2), .3, .6, .1);
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.root, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void siblings_get_a_lost_source(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " x1 x2");
    text(&t, OPENING " y1 y2");
    say(relate(&t, 0, 1, STM_REVISION), .02, .02, .96);
    open_collated(&t, &f);
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.node.count, 3);
    assert_int_equal(f.root, 2);
    assert_int_equal(f.node.items[0].parent, 2);
    assert_int_equal(f.node.items[1].parent, 2);
    assert_true(f.node.items[2].belief > .9);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void two_texts_of_which_nothing_is_known_have_one_edge(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.node.count, 2);
    assert_int_equal(f.root, 0);
    assert_true(fabs(f.node.items[1].sure - .5) < .2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void the_middle_of_a_star_is_the_likelier_root(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "x1 " OPENING " " CLOSING);
    text(&t, OPENING " x2 " CLOSING);
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " " CLOSING " x3");
    text(&t, "on that first day after winter a fisherman from Marrow pulled "
             "an iron box out of that lake under old willows which nobody "
             "had opened since " CLOSING);
    relate_all(&t);
    open_collated(&t, &f);
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.root, 2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void between_equals_the_earliest_date_is_the_root(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate_all(&t);
    t.page[0].published = (stm_date){2031, 3, 6, -1, -1, -1, STM_NO_ZONE};
    t.page[1].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    open_collated(&t, &f);
    assert_true(stm_tree__root(&f));
    assert_int_equal(f.root, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_root_is_where_the_pairs_want_it_together),
        cmocka_unit_test(strong_words_of_one_pair_outweigh_weak_ones),
        cmocka_unit_test(siblings_get_a_lost_source),
        cmocka_unit_test(two_texts_of_which_nothing_is_known_have_one_edge),
        cmocka_unit_test(the_middle_of_a_star_is_the_likelier_root),
        cmocka_unit_test(between_equals_the_earliest_date_is_the_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
