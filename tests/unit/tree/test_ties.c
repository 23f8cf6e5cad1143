#include "tradition.h"

#include "tree/root.h"

/* 0 above 1 above 2; `forth` is how likely 1 is the source of 2. */
static void open_line(tradition *t, stm_tree__family *f, double forth)
{
    relate_all(t);
    say(relation_of(t, 1, 2), forth, .9 - forth, .1);
    open_collated(t, f);
    for (uint32_t u = 0; u < 3; u++)
        f->node.items[u].near.count = 0;
    assert_true(stm_tree__join(f, 0, 1) && stm_tree__join(f, 1, 2));
    f->root = 0;
    assert_true(stm_tree__direct(f));
    f->node.items[1].sure = .9;
}

static void heads(tradition *t, const char *a, const char *b, const char *c)
{
    text(t, a);
    text(t, b);
    text(t, c);
}

static void
who_could_stand_in_the_middle_does_where_the_pair_says_so(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    heads(&t, "first line " OPENING, "second heading " OPENING " more",
          "third title " OPENING " more");
    open_line(&t, &f, .2);
    assert_true(stm_tree__turn(&f));
    assert_int_equal(f.node.items[2].parent, 0);
    assert_int_equal(f.node.items[1].parent, 2);
    assert_true(are_joined(&f, 0, 2) && !are_joined(&f, 0, 1));
    assert_true(f.node.items[2].sure == .9 && f.node.items[1].sure < .9);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_pair_that_says_little_turns_nothing(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    heads(&t, "first line " OPENING, "second heading " OPENING " more",
          "third title " OPENING " more");
    open_line(&t, &f, .4);
    assert_true(stm_tree__turn(&f));
    assert_int_equal(f.node.items[2].parent, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void who_is_farther_from_the_top_stays_below(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    heads(&t, "first line " OPENING, "first line " OPENING " more",
          "third title " OPENING " more");
    open_line(&t, &f, .1);
    assert_true(stm_tree__turn(&f));
    assert_int_equal(f.node.items[2].parent, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* 1 and 2 below 0, both as near to 2. */
static void open_fork(tradition *t, stm_tree__family *f, double forth)
{
    heads(t, "first line " OPENING, "second heading " OPENING,
          "third title " OPENING " and so on");
    relate_all(t);
    say(relation_of(t, 1, 2), forth, .9 - forth, .1);
    open_collated(t, f);
    for (uint32_t u = 0; u < 3; u++)
        f->node.items[u].near.count = 0;
    assert_true(stm_tree__join(f, 0, 1) && stm_tree__join(f, 0, 2));
    f->root = 0;
    assert_true(stm_tree__direct(f));
}

static void of_sources_as_near_the_likelier_one_is_taken(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_fork(&t, &f, .85);
    assert_true(stm_tree__rehang(&f));
    assert_int_equal(f.node.items[2].parent, 1);
    assert_true(are_joined(&f, 1, 2) && !are_joined(&f, 0, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void of_sources_as_likely_the_one_above_stays(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_fork(&t, &f, .45);
    assert_true(stm_tree__rehang(&f));
    assert_int_equal(f.node.items[2].parent, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            who_could_stand_in_the_middle_does_where_the_pair_says_so),
        cmocka_unit_test(a_pair_that_says_little_turns_nothing),
        cmocka_unit_test(who_is_farther_from_the_top_stays_below),
        cmocka_unit_test(of_sources_as_near_the_likelier_one_is_taken),
        cmocka_unit_test(of_sources_as_likely_the_one_above_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
