#include "tradition.h"

#include "tree/appended.h"

#define BODY "one two three four five six."
#define MORE "boats came home before the storm that night."

typedef struct two {
    tradition t;
    stm_tree__family f;
} two;

static void open_two(two *x, const char *a, const char *b)
{
    *x = (two){0};
    text(&x->t, a);
    text(&x->t, b);
    relate(&x->t, 0, 1, STM_REVISION);
    open_collated(&x->t, &x->f);
}

static void close_two(two *x)
{
    stm_tree__family_free(&x->f);
    close_tradition(&x->t);
}

static void of_a_text_that_lost_its_end_nothing_is_said(void **state)
{
    (void)state;
    two x;
    open_two(&x, BODY " and more", BODY " " MORE);
    assert_true(stm_tree__appended(&x.f, 0, 1) == 0);
    close_two(&x);
}

static void who_goes_on_where_the_other_ends_is_the_copy(void **state)
{
    (void)state;
    two x;
    open_two(&x, BODY, BODY " " MORE);
    double nats = stm_tree__appended(&x.f, 0, 1);
    assert_true(nats > 0);
    assert_true(stm_tree__appended(&x.f, 1, 0) == -nats);
    close_two(&x);
}

static void a_few_words_behind_the_end_say_nothing(void **state)
{
    (void)state;
    two x;
    open_two(&x, BODY, BODY " read more here");
    assert_true(stm_tree__appended(&x.f, 0, 1) == 0);
    close_two(&x);
}

static void
who_ends_in_the_midst_of_a_sentence_was_not_gone_on_with(void **state)
{
    (void)state;
    two x;
    open_two(&x, BODY " boats came", BODY " " MORE);
    assert_true(stm_tree__breaks_off(&x.f, 0, 1));
    assert_false(stm_tree__breaks_off(&x.f, 1, 0));
    assert_true(stm_tree__appended(&x.f, 0, 1) == 0);
    close_two(&x);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(of_a_text_that_lost_its_end_nothing_is_said),
        cmocka_unit_test(who_goes_on_where_the_other_ends_is_the_copy),
        cmocka_unit_test(a_few_words_behind_the_end_say_nothing),
        cmocka_unit_test(
            who_ends_in_the_midst_of_a_sentence_was_not_gone_on_with),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
