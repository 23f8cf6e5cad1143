#include "tradition.h"

static void a_word_with_letters_changed_about_is_odd(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "the sea the wind the boat there then them thin mother father");
    text(&t, "the sea the wind hte boat there then them thin mother father");
    relate(&t, 0, 1, STM_REVISION);
    open_collated(&t, &f);
    assert_true(stm_tree__find_odd(&f));
    const stm_tree__row *a = &f.node.items[0].row, *b = &f.node.items[1].row;
    assert_int_not_equal(a->place[4], b->place[4]);
    assert_true(f.odd[a->place[4]] > 0);
    assert_true(f.odd[b->place[4]] > f.odd[a->place[4]]);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void short_words_are_not_judged(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    text(&t, "we go up to it");
    text(&t, "we go up to us");
    relate(&t, 0, 1, STM_REVISION);
    open_collated(&t, &f);
    assert_true(stm_tree__find_odd(&f));
    for (uint32_t p = 0; p < f.places; p++)
        assert_false(f.odd[p] > 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_with_letters_changed_about_is_odd),
        cmocka_unit_test(short_words_are_not_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
