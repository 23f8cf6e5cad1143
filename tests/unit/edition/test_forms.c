#include "learning.h"

#include "edition/forms.h"

static void who_puts_a_form_for_each_form_is_regular(void **state)
{
    (void)state;
    family f = {0};
    stm_edition__lessons l = {0};
    learn(&f, &l, "conflict conflicts vessel vessels", "war wars ship ships");
    assert_true(stm_edition__regular(&l, f.lex, "en") > .9);
    stm_edition__lessons_free(&l);
    close_family(&f);
}

static void who_draws_a_word_for_each_form_is_not(void **state)
{
    (void)state;
    family f = {0};
    stm_edition__lessons l = {0};
    learn(&f, &l, "conflict conflicts vessel vessels",
          "war tables ship vessels");
    assert_true(stm_edition__regular(&l, f.lex, "en") < .5);
    stm_edition__lessons_free(&l);
    close_family(&f);
}

static void of_whom_nothing_is_known_is_taken_for_regular(void **state)
{
    (void)state;
    family f = {0};
    stm_edition__lessons l = {0};
    learn(&f, &l, "conflict vessel", "war ship");
    assert_true(stm_edition__regular(&l, f.lex, "en") >= 1);
    stm_edition__lessons_free(&l);
    close_family(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_puts_a_form_for_each_form_is_regular),
        cmocka_unit_test(who_draws_a_word_for_each_form_is_not),
        cmocka_unit_test(of_whom_nothing_is_known_is_taken_for_regular),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
