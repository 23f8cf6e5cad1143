#include "tradition.h"

#include "tree/foreign.h"

#define HARBOUR "harbour boats waited outside. boats entered the harbour."

static void open_one(tradition *t, stm_tree__family *f, const char *bytes)
{
    text(t, bytes);
    open_bench(t, f);
}

static void close_one(tradition *t, stm_tree__family *f)
{
    stm_tree__family_free(f);
    close_tradition(t);
}

static void words_that_the_text_has_nowhere_else_look_thrown_in(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_one(&t, &f, HARBOUR);
    assert_true(stm_tree__count_words(&f));
    assert_true(stm_tree__foreign(&f, 0, (stm_span){1, 2}) < 0);
    assert_true(stm_tree__foreign(&f, 0, (stm_span){2, 3}) > 0);
    close_one(&t, &f);
}

static void
a_word_said_twice_in_one_stretch_does_not_vouch_for_itself(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_one(&t, &f, HARBOUR);
    assert_true(stm_tree__count_words(&f));
    double apart = stm_tree__foreign(&f, 0, (stm_span){1, 2}) +
                   stm_tree__foreign(&f, 0, (stm_span){4, 5});
    assert_true(stm_tree__foreign(&f, 0, (stm_span){1, 5}) > apart);
    close_one(&t, &f);
}

static void short_words_and_whole_sentences_say_nothing(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_one(&t, &f,
             HARBOUR " one two six ten old new red big low far sea "
                     "day night morning");
    assert_true(stm_tree__count_words(&f));
    assert_true(stm_tree__foreign(&f, 0, (stm_span){8, 12}) == 0);
    assert_true(stm_tree__foreign(&f, 0, (stm_span){8, 22}) == 0);
    assert_true(stm_tree__foreign(&f, 0, (stm_span){5, 5}) == 0);
    close_one(&t, &f);
}

static void before_words_are_counted_nothing_is_said(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_one(&t, &f, HARBOUR);
    assert_true(stm_tree__foreign(&f, 0, (stm_span){2, 3}) == 0);
    close_one(&t, &f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_that_the_text_has_nowhere_else_look_thrown_in),
        cmocka_unit_test(
            a_word_said_twice_in_one_stretch_does_not_vouch_for_itself),
        cmocka_unit_test(short_words_and_whole_sentences_say_nothing),
        cmocka_unit_test(before_words_are_counted_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
