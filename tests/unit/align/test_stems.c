#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "steps.h"

static void equal_stems_of_both_texts_have_one_number(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "The ferry left at nine.", "Two ferry men left.");
    assert_int_equal(s.p.a.stem[1], s.p.b.stem[1]);
    assert_int_equal(s.p.a.stem[2], s.p.b.stem[3]);
    assert_int_not_equal(s.p.a.stem[4], s.p.b.stem[0]);
    assert_true(s.p.a.stem[4] < s.p.stem_count);
    steps_end(&s);
}

static void numbers_know_function_words(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "The ferry was late.", "It was the other ferry.");
    assert_true(s.p.function[s.p.a.stem[0]]);
    assert_false(s.p.function[s.p.a.stem[1]]);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_stems_of_both_texts_have_one_number),
        cmocka_unit_test(numbers_know_function_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
