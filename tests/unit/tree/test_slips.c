#include "tradition.h"

#include "tree/compare.h"

static void spun_from(tradition *t, uint32_t source, uint32_t copy)
{
    relate(t, source, copy, STM_SPUN)->spun_b = true;
}

static uint32_t events(const stm_tree__family *f, uint32_t a, uint32_t b)
{
    const stm_tree__node *n = f->node.items;
    return stm_tree__compare(&n[a].row, &n[b].row).events;
}

static void words_before_a_dropped_sentence_are_seen_through(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we all went to the old harbour. nobody was there at six. then "
             "the boats came home");
    text(&t, "we all went to the aged port. then the boats came home");
    spun_from(&t, 0, 1);
    open_collated(&t, &f);
    assert_int_equal(events(&f, 0, 1), 1);
    const stm_tree__row *r = &f.node.items[1].row;
    assert_int_equal(r->count, 12); /* no word of its own */
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void words_after_a_dropped_sentence_are_seen_through(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we all went home. nobody was there at six. old boats came in");
    text(&t, "we all went home. aged ships came in");
    spun_from(&t, 0, 1);
    open_collated(&t, &f);
    assert_int_equal(events(&f, 0, 1), 1);
    assert_int_equal(f.node.items[1].row.count, 8);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_word_that_another_text_has_is_its_reading(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the boats came home from the storm at noon");
    text(&t, "the boats came home from the north at noon");
    text(&t, "the ships came home from the north at noon");
    relate(&t, 0, 1, STM_REVISION);
    spun_from(&t, 0, 2);
    open_collated(&t, &f);
    assert_int_equal(events(&f, 0, 2), 1);
    assert_int_equal(events(&f, 1, 2), 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void
sentences_that_its_neighbour_lacks_are_read_beside_others(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "all boats came home from the sea that day. it was late");
    text(&t, "all boats came home from the sea that day. the old man said "
             "that he had seen a storm in the bay before. it was late");
    text(&t, "all boats came home from the sea that day. the aged man "
             "mentioned that he had spotted a gale in the bay before. it was "
             "late");
    relate(&t, 0, 1, STM_REVISION)->distance = 3;
    spun_from(&t, 0, 2);
    spun_from(&t, 1, 2);
    t.relation[1].distance = 1, t.relation[2].distance = 2;
    open_collated(&t, &f);
    assert_int_equal(events(&f, 1, 2), 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void what_is_put_in_by_the_sentence_stays_its_own(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we all went to the old harbour. then the boats came home");
    text(&t, "we all went to the aged port. nobody was there at six. then "
             "the boats came home");
    spun_from(&t, 0, 1);
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    stm_tree__diff d = stm_tree__compare(&n[0].row, &n[1].row);
    assert_int_equal(d.events, 1);
    assert_int_equal(d.lost_a, 1);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static bool has_place(const stm_tree__row *r, uint32_t place)
{
    for (uint32_t k = 0; k < r->count; k++)
        if (r->place[k] == place)
            return true;
    return false;
}

static void what_follows_a_replaced_word_stands_behind_it(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we all went to the old harbour. then the boats came home");
    text(&t, "we all went to the aged port. nobody was there at six. then "
             "the boats came home");
    spun_from(&t, 0, 1);
    open_collated(&t, &f);
    const stm_tree__row *r = &f.node.items[1].row;
    assert_int_equal(r->token[4], 4);
    assert_int_equal(r->token[5], STM_NO_TOKEN); /* old */
    assert_int_equal(r->token[6], STM_NO_TOKEN); /* harbour */
    assert_int_equal(r->token[7], 7);            /* nobody */
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_third_text_is_not_asked_about_whole_sentences(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we all went home. it was late");
    text(&t, "we all went home. an old man lost his hat. it was late");
    text(&t, "we all went home. nobody there had seen a boat of his own since "
             "that terrible storm. it was late");
    relate(&t, 0, 1, STM_REVISION);
    spun_from(&t, 0, 2);
    open_collated(&t, &f);
    const stm_tree__node *n = f.node.items;
    assert_false(has_place(&n[2].row, n[1].row.place[8])); /* his */
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_before_a_dropped_sentence_are_seen_through),
        cmocka_unit_test(words_after_a_dropped_sentence_are_seen_through),
        cmocka_unit_test(a_word_that_another_text_has_is_its_reading),
        cmocka_unit_test(
            sentences_that_its_neighbour_lacks_are_read_beside_others),
        cmocka_unit_test(what_is_put_in_by_the_sentence_stays_its_own),
        cmocka_unit_test(what_follows_a_replaced_word_stands_behind_it),
        cmocka_unit_test(a_third_text_is_not_asked_about_whole_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
