#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "steps.h"

static void words_out_of_order_lose_their_counterpart(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "one two three four five", "four one two three five");
    static const uint32_t map[] = {1, 2, 3, 0, 4};
    for (uint32_t i = 0; i < 5; i++)
        s.p.a_to_b[i] = map[i], s.p.b_to_a[map[i]] = i;
    assert_true(stm_align__in_order(&s.p, (stm_span){0, 5}, (stm_span){0, 5}));
    assert_int_equal(s.p.a_to_b[3], STM_NO_TOKEN);
    assert_int_equal(s.p.b_to_a[0], STM_NO_TOKEN);
    assert_int_equal(s.p.a_to_b[0], 1);
    assert_int_equal(s.p.a_to_b[4], 4);
    steps_end(&s);
}

static void words_beyond_the_passage_lose_theirs_too(void **state)
{
    (void)state;
    steps s;
    steps_begin(&s, "one two three", "three two one");
    s.p.a_to_b[0] = 2, s.p.b_to_a[2] = 0;
    assert_true(stm_align__in_order(&s.p, (stm_span){0, 3}, (stm_span){0, 2}));
    assert_int_equal(s.p.a_to_b[0], STM_NO_TOKEN);
    assert_int_equal(s.p.b_to_a[2], STM_NO_TOKEN);
    steps_end(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_out_of_order_lose_their_counterpart),
        cmocka_unit_test(words_beyond_the_passage_lose_theirs_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
