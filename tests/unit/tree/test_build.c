#include "tradition.h"

static void no_texts_make_an_empty_tree(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree *tree = build(&t);
    assert_int_equal(tree->node_count, 0);
    assert_int_equal(tree->family_count, 0);
    stm_tree_free(tree);
    stm_tree_free(NULL);
}

static void a_text_alone_is_a_family_of_its_own(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, CLOSING);
    relate(&t, 0, 1, STM_RELATED);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->node_count, 2);
    assert_int_equal(tree->edge_count, 0);
    assert_int_equal(tree->secondary_count, 0);
    assert_int_equal(tree->family_count, 2);
    assert_int_equal(tree->families[1].count, 1);
    assert_int_equal(tree->families[1].witnesses[0], 1);
    assert_int_equal(tree->families[1].root, 1);
    assert_int_equal(tree->nodes[1].family, 1);
    assert_string_equal(tree->nodes[1].id, "c1");
    assert_int_equal(t.alignments, 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void texts_without_words_do_no_harm(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "");
    text(&t, "a");
    text(&t, "");
    relate_all(&t);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->family_count, 1);
    assert_true(tree->edge_count >= 2);
    stm_tree_free(tree);
    close_tradition(&t);
}

/* The case this room was made for: a page cut by a paywall, its long revision,
 * and a spun copy of an early version with a passage that neither has. */
#define LEAD                                                                  \
    "the council met in the old hall and the mayor said that the bridge was " \
    "closed because of the flood. "
#define MIDDLE                                                             \
    "farmers asked for help with their ties as a wall against the water. " \
    "nobody had counted the cost of it so far. "
#define LATE                                                                \
    "a joint report of late evening asked all towns along this stream for " \
    "forty barges and three cranes before monday. "
#define EARLY                                                               \
    "one engineer had warned them about exactly such rain nine long years " \
    "ago but his letter was filed unread. "
#define SPUN_LEAD                                                        \
    "the council met in the aged hall and the mayor mentioned that the " \
    "crossing remains largely shut now due to flood. "
#define SPUN_MIDDLE                                                         \
    "farmers requested for assistance with their ties with big towns as a " \
    "barrier towards the water. nobody had tallied the price of it so far. "
#define END "the next meeting will be held on the second tuesday of march. "

static void three(tradition *t, const unsigned order[3])
{
    const char *what[3] = {LEAD MIDDLE,
                           SPUN_LEAD SPUN_MIDDLE EARLY EARLY "x. " END,
                           LEAD MIDDLE LATE END};
    uint32_t id[3];
    for (uint32_t i = 0; i < 3; i++)
        text(t, what[order[i]]);
    for (uint32_t i = 0; i < 3; i++)
        id[order[i]] = i;
    for (uint32_t a = 0; a < 3; a++)
        for (uint32_t b = a + 1; b < 3; b++) {
            bool spun = a == id[1] || b == id[1];
            stm_relation *r = relate(t, a, b, spun ? STM_SPUN : STM_REVISION);
            r->spun_a = a == id[1];
            r->spun_b = b == id[1];
            r->cut_a = a == id[0];
            r->cut_b = b == id[0];
        }
    t->page[id[0]].truncated = true;
    uint32_t low = id[1] < id[2] ? id[1] : id[2];
    uint32_t high = id[1] < id[2] ? id[2] : id[1];
    say(relation_of(t, low, high), .1, .1, .8);
}

static void the_spun_copy_of_an_early_version_splits_off_first(void **state)
{
    (void)state;
    static const unsigned orders[4][3] = {
        {0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {1, 0, 2}};
    for (int k = 0; k < 4; k++) {
        tradition t = {0};
        three(&t, orders[k]);
        stm_tree *tree = build(&t);
        char id[3][16];
        for (uint32_t i = 0; i < 3; i++)
            memcpy(id[orders[k][i]], tree->nodes[i].id, sizeof id[0]);
        const char *above_cut = source_of(tree, id[0]);
        const char *above_spun = source_of(tree, id[1]);
        const char *above_long = source_of(tree, id[2]);
        assert_int_equal(above_spun[0], 'x');
        assert_string_not_equal(above_cut, above_spun);
        assert_true(!strcmp(above_cut, above_long) ||
                    !strcmp(above_cut, id[2]));
        stm_tree_free(tree);
        close_tradition(&t);
    }
}

static void a_failed_alignment_is_the_trees_failure(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, OPENING " x");
    relate_all(&t);
    stm_tree__input in = *input_of(&t);
    in.count = (size_t)STM_LOST + 1;
    stm_tree *tree = (stm_tree *)&t;
    stm_error err;
    assert_int_equal(stm_tree__build(&tree, &in, &err), STM_ELIMIT);
    assert_null(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_texts_make_an_empty_tree),
        cmocka_unit_test(a_text_alone_is_a_family_of_its_own),
        cmocka_unit_test(texts_without_words_do_no_harm),
        cmocka_unit_test(the_spun_copy_of_an_early_version_splits_off_first),
        cmocka_unit_test(a_failed_alignment_is_the_trees_failure),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
