#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "steps.h"

static void the_longest_common_words_are_one_run(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "one two red blue green white black pink four five",
                "six red blue green white black pink seven");
    assert_true(stm_align__runs(&s.p));
    assert_int_equal(s.p.runs.count, 1);
    assert_int_equal(s.p.runs.items[0].a, 2);
    assert_int_equal(s.p.runs.items[0].b, 1);
    assert_int_equal(s.p.runs.items[0].len, 6);
    steps_end(&s);
}

static void five_common_words_are_no_run(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "one red blue green white black two",
                "six red blue green white black seven");
    assert_true(stm_align__runs(&s.p));
    assert_int_equal(s.p.runs.count, 0);
    steps_end(&s);
}

static void what_stands_twice_in_one_text_is_found_twice(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "red blue green white black pink grey",
                "red blue green white black pink grey and then once more "
                "red blue green white black pink grey");
    assert_true(stm_align__runs(&s.p));
    assert_int_equal(s.p.runs.count, 2);
    steps_end(&s);
}

/* An insertion among many equal sentences must not lose the second half. */
static void repetition_goes_on_behind_an_insertion(void **state)
{
    (void)state;
    enum { HALF = 500 };
    steps s;
    char *half =
        test_many("The old bell rang twice in the tower today. ", HALF);
    char *a = malloc(2 * strlen(half) + 1), *b = malloc(2 * strlen(half) + 64);
    assert_true(a && b);
    size_t n = strlen(half);
    memcpy(a, half, n), memcpy(a + n, half, n + 1);
    memcpy(b, half, n), memcpy(b + n, "Nobody came. ", 13);
    memcpy(b + n + 13, half, n + 1);
    steps_begin(&s, a, b);
    assert_true(stm_align__runs(&s.p));
    uint32_t farthest = 0;
    for (size_t k = 0; k < s.p.runs.count; k++) {
        stm_run r = s.p.runs.items[k];
        if (r.b > s.p.b.text->count / 2 && r.a + r.len > farthest)
            farthest = r.a + r.len;
    }
    assert_int_equal(farthest, s.p.a.text->count);
    steps_end(&s);
    free(half), free(a), free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longest_common_words_are_one_run),
        cmocka_unit_test(five_common_words_are_no_run),
        cmocka_unit_test(what_stands_twice_in_one_text_is_found_twice),
        cmocka_unit_test(repetition_goes_on_behind_an_insertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
