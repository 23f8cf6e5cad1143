#include "work.h"

#include "page/body.h"
#include "page/judge.h"

static void decide(steps *t, const char *text)
{
    take_steps(t, text);
    assert_true(stm_page__judge(&t->work));
    assert_true(stm_page__decide(&t->work));
    stm_page__find_body(&t->work);
}

static void without_a_phrase_all_is_content(void **state)
{
    (void)state;
    steps t;
    decide(&t, "Eggs\nFlour\nButter\nTwo lemons\nLamp oil\n");
    assert_false(t.work.is_page);
    for (uint32_t i = 0; i < t.work.segments.count; i++)
        assert_int_equal(t.work.segments.items[i].kind, STM_KIND_CONTENT);
    assert_int_equal(t.work.body.from, 0);
    assert_int_equal(t.work.body.to, t.work.segments.count);
    drop_steps(&t);
}

static void the_body_lies_between_the_menus(void **state)
{
    (void)state;
    steps t;
    decide(&t, "Skip to main content\nHome\nAbout us\nContact\n"
               "The old harbour bridge will stay closed until spring, the "
               "council said on Tuesday, after engineers had found cracks.\n"
               "It was built in 1911, and nobody has looked at it since the "
               "end of the war, as the minutes of the board show.\n"
               "Privacy policy\nTerms of use\n© 2024 All rights reserved\n");
    assert_true(t.work.is_page);
    assert_int_equal(t.work.body.from, 4);
    assert_int_equal(t.work.body.to, 6);
    assert_int_equal(t.work.head.from, 0);
    assert_int_equal(t.work.tail.to, t.work.segments.count);
    drop_steps(&t);
}

static void a_hit_is_a_short_line_of_phrases(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Privacy policy\nHistory\nThe privacy policy of the "
                   "lodge was to say nothing at all to anybody, ever.");
    const stm_segment *s = t.work.segments.items;
    assert_true(stm_page__is_hit(&s[0]));
    assert_false(stm_page__is_hit(&s[1])); /* may be a heading */
    assert_false(stm_page__is_hit(&s[2]));
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_phrase_all_is_content),
        cmocka_unit_test(the_body_lies_between_the_menus),
        cmocka_unit_test(a_hit_is_a_short_line_of_phrases),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
