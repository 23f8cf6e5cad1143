#include "tradition.h"

#include "tree/resample.h"

#define ONE "one mill stood here. "
#define TWO "two barns stood there. "
#define THREE "three byres stood beyond."

static void open_two(tradition *t, stm_tree__family *f, stm_tree__sample *s)
{
    text(t, ONE TWO THREE);
    text(t, "one tall mill stood here. " TWO "three red byres stood beyond.");
    relate_all(t);
    open_collated(t, f);
    assert_true(stm_tree__sample_open(s, f, &t->mem));
}

static void words_that_all_have_are_kept_once(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__sample s;
    open_two(&t, &f, &s);
    /* "one", "mill" behind "tall", "two", "three", "byres" behind "red" */
    assert_int_equal(s.blocks, 3);
    assert_int_equal(s.first[1] - s.first[0], 5);
    assert_int_equal(s.first[2] - s.first[1], 7);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void as_many_sentences_are_drawn_as_there_are(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__sample s;
    open_two(&t, &f, &s);
    for (int i = 0; i < 20; i++) {
        uint32_t drawn = 0, places = stm_tree__sample_draw(&s);
        for (uint32_t k = 0; k < s.blocks; k++)
            drawn += s.weight[k];
        assert_int_equal(drawn, s.blocks);
        assert_true(places <= stm_tree__sample_most(&s));
    }
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_row_has_each_sentence_as_often_as_it_was_drawn(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    stm_tree__sample s;
    stm_tree__row row[2];
    open_two(&t, &f, &s);
    for (int i = 0; i < 20; i++) {
        uint32_t places = stm_tree__sample_draw(&s);
        for (uint32_t u = 0; u < 2; u++) {
            assert_true(stm_tree__sample_row(&s, u, &t.mem, &row[u]));
            for (uint32_t k = 0; k < row[u].count; k++) {
                assert_true(row[u].place[k] < places);
                assert_true(!k || row[u].place[k - 1] < row[u].place[k]);
            }
        }
        /* the texts differ by one word in the sentences that have one */
        stm_tree__diff d = stm_tree__compare(&row[0], &row[1]);
        assert_int_equal(d.shared, row[0].count);
        assert_int_equal(row[1].count - row[0].count, places - row[0].count);
    }
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_all_have_are_kept_once),
        cmocka_unit_test(as_many_sentences_are_drawn_as_there_are),
        cmocka_unit_test(a_row_has_each_sentence_as_often_as_it_was_drawn),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
