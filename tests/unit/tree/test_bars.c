#include "tradition.h"

static void cut(tradition *t, uint32_t a, uint32_t b, bool first)
{
    stm_relation *r = relation_of(t, a, b);
    r->kind = STM_EXCERPT;
    r->cut_a = first;
    r->cut_b = !first;
}

static void
a_text_behind_a_paywall_leaves_the_path_to_one_that_can_be_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "on the first day after winter");
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " x " CLOSING);
    relate_all(&t);
    cut(&t, 0, 1, true);
    cut(&t, 0, 2, true);
    t.page[0].truncated = true;
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 0, 2));
    assert_true(stm_tree__bars(&f) && stm_tree__prune(&f));
    assert_int_equal(f.node.count, 3);
    assert_int_equal(f.node.items[0].near.count, 1);
    assert_true(are_joined(&f, 1, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void siblings_around_a_cut_text_meet_in_a_lost_one(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "on the first day after winter");
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " x " CLOSING);
    relate_all(&t);
    cut(&t, 0, 1, true);
    cut(&t, 0, 2, true);
    t.page[0].truncated = true;
    say(relation_of(&t, 0, 1), .8, .1, .1); /* the cut text is older */
    say(relation_of(&t, 0, 2), .8, .1, .1);
    say(relation_of(&t, 1, 2), .02, .02, .96);
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 1) && stm_tree__join(&f, 0, 2));
    assert_true(stm_tree__bars(&f));
    assert_int_equal(f.node.count, 4);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(are_joined(&f, 3, u));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* What two others changed each stands in the spun text as it was. */
static void a_spun_text_is_not_what_others_meet_in(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, LOST);
    relate(&t, 0, 1, STM_REVISION);
    relate(&t, 0, 2, STM_SPUN)->spun_b = true;
    relate(&t, 1, 2, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 2) && stm_tree__join(&f, 1, 2));
    assert_true(stm_tree__bars(&f) && stm_tree__prune(&f));
    assert_int_equal(f.node.count, 4);
    for (uint32_t u = 0; u < 3; u++)
        assert_true(are_joined(&f, 3, u));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_spun_text_hangs_at_the_copy_it_reads_like(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, FIRST);
    text(&t, SECOND);
    text(&t, SECOND " spun");
    relate(&t, 0, 1, STM_REVISION);
    relate(&t, 0, 2, STM_SPUN)->spun_b = true;
    relate(&t, 1, 2, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    for (uint32_t u = 0; u < 3; u++)
        f.node.items[u].near.count = 0;
    assert_true(stm_tree__join(&f, 0, 2) && stm_tree__join(&f, 1, 2));
    assert_true(stm_tree__bars(&f) && stm_tree__prune(&f));
    assert_int_equal(f.node.count, 3);
    assert_true(are_joined(&f, 0, 1) && are_joined(&f, 1, 2));
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_spinner_does_not_write_sentences(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " " CLOSING);
    text(&t, "s1 s2 s3 s4 s5 s6 s7 s8 s9. " OPENING
             " u1 u2 u3 u4 u5 u6 u7 u8 u9. " CLOSING);
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    assert_true(stm_tree__spun_sources(&f));
    assert_int_equal(f.node.count, 3);
    assert_true(are_joined(&f, 2, 0) && are_joined(&f, 2, 1));
    assert_false(are_joined(&f, 0, 1));
    assert_int_equal(f.node.items[2].proof, 2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void
a_spun_text_without_sentences_of_its_own_stays_with_its_source(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " u1 u2 " CLOSING);
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    assert_true(stm_tree__spun_sources(&f));
    assert_int_equal(f.node.count, 2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            a_text_behind_a_paywall_leaves_the_path_to_one_that_can_be_it),
        cmocka_unit_test(siblings_around_a_cut_text_meet_in_a_lost_one),
        cmocka_unit_test(a_spun_text_is_not_what_others_meet_in),
        cmocka_unit_test(a_spun_text_hangs_at_the_copy_it_reads_like),
        cmocka_unit_test(a_spinner_does_not_write_sentences),
        cmocka_unit_test(
            a_spun_text_without_sentences_of_its_own_stays_with_its_source),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
