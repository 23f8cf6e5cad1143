#include "tradition.h"

/* Texts 0, 1 and 3 are a family under a lost text; 2 stands alone. */
static void family_and_source(tradition *t)
{
    text(t, OPENING " x1 x2");
    text(t, OPENING " y1 y2 q1 q2 q3");
    text(t, CLOSING " q1 q2 q3");
    text(t, OPENING " z1 z2 q1 q2 q3");
    say(relate(t, 0, 1, STM_REVISION), .0005, .0005, .999);
    say(relate(t, 0, 3, STM_REVISION), .0005, .0005, .999);
    say(relate(t, 1, 3, STM_REVISION), .0005, .0005, .999);
}

static stm_relation *quote(tradition *t, uint32_t a, uint32_t b, stm_range x,
                           stm_range y)
{
    stm_relation *r = relate(t, a, b, STM_QUOTES);
    t->passage[t->pairs - 1] = (stm_shared){x, y, STM_PASSAGE_VERBATIM, 1};
    r->copied = 20;
    return r;
}

static void
what_several_members_quote_came_to_their_common_ancestor(void **state)
{
    (void)state;
    tradition t = {0};
    family_and_source(&t);
    say(quote(&t, 1, 2, (stm_range){10, 40}, (stm_range){50, 80}), .1, .8, .1);
    say(quote(&t, 2, 3, (stm_range){55, 80}, (stm_range){10, 35}), .6, .2, .2);
    t.relation[t.pairs - 1].copied = 25;
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 1);
    const stm_secondary *s = &tree->secondary[0];
    assert_int_equal(s->from, 2);
    assert_int_equal(tree->nodes[s->to].witness, STM_LOST);
    assert_int_equal(s->words, 25);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void what_one_member_quotes_came_to_it(void **state)
{
    (void)state;
    tradition t = {0};
    family_and_source(&t);
    say(quote(&t, 2, 3, (stm_range){55, 80}, (stm_range){10, 35}), .2, .7, .1);
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 1);
    assert_int_equal(tree->secondary[0].from, 3);
    assert_int_equal(tree->secondary[0].to, 2);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void different_passages_have_edges_of_their_own(void **state)
{
    (void)state;
    tradition t = {0};
    family_and_source(&t);
    quote(&t, 1, 2, (stm_range){10, 40}, (stm_range){0, 30});
    quote(&t, 2, 3, (stm_range){55, 80}, (stm_range){10, 35});
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 2);
    stm_tree_free(tree);
    close_tradition(&t);
}

static void of_an_undecided_quotation_the_dated_text_is_the_source(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, OPENING);
    text(&t, CLOSING);
    quote(&t, 0, 1, (stm_range){0, 30}, (stm_range){0, 30});
    t.page[1].published = (stm_date){2031, 3, 5, -1, -1, -1, STM_NO_ZONE};
    stm_tree *tree = build(&t);
    assert_int_equal(tree->secondary_count, 1);
    assert_int_equal(tree->secondary[0].from, 1);
    assert_int_equal(tree->family_count, 2);
    assert_int_equal(tree->edge_count, 0);
    stm_tree_free(tree);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            what_several_members_quote_came_to_their_common_ancestor),
        cmocka_unit_test(what_one_member_quotes_came_to_it),
        cmocka_unit_test(different_passages_have_edges_of_their_own),
        cmocka_unit_test(
            of_an_undecided_quotation_the_dated_text_is_the_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
