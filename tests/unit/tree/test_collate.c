#include "tradition.h"

static void equal_words_share_a_place_and_others_do_not(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the red boat came home late");
    text(&t, "the blue boat came home");
    relate_all(&t);
    open_collated(&t, &f);
    stm_tree__diff d =
        stm_tree__compare(&f.node.items[0].row, &f.node.items[1].row);
    assert_int_equal(d.shared, 4);
    assert_int_equal(d.events, 2);
    assert_int_equal(f.places, 8); /* seven words, and the start */
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void places_stand_in_text_order(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "b d f h");
    text(&t, "a b c d f g h i");
    relate_all(&t);
    open_collated(&t, &f);
    const stm_tree__row *r = &f.node.items[1].row;
    assert_int_equal(r->count, 8);
    for (uint32_t i = 0; i < r->count; i++) {
        assert_int_equal(r->token[i], i);
        assert_true(!i || r->place[i - 1] < r->place[i]);
    }
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void siblings_that_share_a_variant_are_seen_to_agree(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a b c d e f");
    text(&t, "a b x d e f");
    text(&t, "a b x d y f");
    relate(&t, 0, 1, STM_REVISION);
    relate(&t, 0, 2, STM_REVISION); /* 1 and 2 are never aligned */
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    assert_int_equal(stm_tree__compare(&n[1].row, &n[2].row).events, 1);
    assert_int_equal(t.alignments, 2);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void much_that_is_open_is_aligned_with_the_next_of_kin(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, OPENING);
    text(&t, OPENING " " CLOSING);
    text(&t, OPENING " new " CLOSING);
    relate_all(&t);
    for (uint32_t i = 0; i < 2; i++) /* both are next to the short one */
        t.relation[i].distance = 1;
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    assert_int_equal(stm_tree__compare(&n[1].row, &n[2].row).events, 1);
    assert_int_equal(t.alignments, 3);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void substitutions_of_a_spun_text_are_transparent(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the old man said that the sea was cold and he went home");
    text(&t, "the aged man mentioned that the ocean was icy and he went home");
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    assert_int_equal(stm_tree__compare(&n[0].row, &n[1].row).events, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void what_a_spun_text_adds_is_its_own(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the old man said that the sea was cold and he went home");
    text(&t, "the aged man said that the sea around these islands was cold "
             "and he went home");
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    stm_tree__diff d = stm_tree__compare(&n[0].row, &n[1].row);
    assert_int_equal(d.events, 1);
    assert_int_equal(d.lost_a, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

/* As words are aligned, but for two of `b` that stand for one of `a`. */
static stm_status align_two_for_one(void *user, uint32_t a, uint32_t b,
                                    stm_alignment **out, stm_error *err)
{
    stm_status rc = align_words(user, a, b, out, err);
    if (rc == STM_OK) {
        test_map *m = (test_map *)*out;
        m->b_to_a[2] = m->b_to_a[1] = 1;
    }
    return rc;
}

static void two_spun_words_for_one_are_no_reading(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "with some boats that came home");
    text(&t, "with quite several boats that came home");
    relate(&t, 0, 1, STM_SPUN)->spun_b = true;
    open_bench(&t, &f);
    t.in.aligner.align = align_two_for_one;
    assert_true(stm_tree__span(&f));
    assert_int_equal(stm_tree__collate(&f, NULL), STM_OK);
    const stm_tree__node *n = f.node.items;
    assert_int_equal(stm_tree__compare(&n[0].row, &n[1].row).events, 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void words_found_at_one_place_only_are_rare(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "a b a c");
    text(&t, "a b a c");
    relate_all(&t);
    open_collated(&t, &f);
    const stm_tree__row *r = &f.node.items[0].row;
    assert_false(f.rare[r->place[0]]);
    assert_true(f.rare[r->place[1]]);
    assert_false(f.rare[r->place[2]]);
    assert_true(f.rare[r->place[3]]);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_share_a_place_and_others_do_not),
        cmocka_unit_test(places_stand_in_text_order),
        cmocka_unit_test(siblings_that_share_a_variant_are_seen_to_agree),
        cmocka_unit_test(much_that_is_open_is_aligned_with_the_next_of_kin),
        cmocka_unit_test(substitutions_of_a_spun_text_are_transparent),
        cmocka_unit_test(what_a_spun_text_adds_is_its_own),
        cmocka_unit_test(two_spun_words_for_one_are_no_reading),
        cmocka_unit_test(words_found_at_one_place_only_are_rare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
