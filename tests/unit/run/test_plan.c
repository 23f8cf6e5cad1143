#include "run/plan.h"

#include <stddef.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void larger_texts_take_more(void **state)
{
    (void)state;
    assert_true(stm_plan__capture(0) > 0);
    assert_true(stm_plan__capture(1000000) > 1000000);
    assert_true(stm_plan__capture(2000) > stm_plan__capture(1000));
    assert_true(stm_plan__page(1000000) >= 1000000);
    assert_true(stm_plan__page_alone(1000000) > stm_plan__page(1000000));
    assert_int_equal(stm_plan__words(0, 1000), 0);
    assert_true(stm_plan__words(500, 1000) > stm_plan__words(400, 1000));
}

static void comparisons_stay_bounded_but_no_text_goes_without(void **state)
{
    (void)state;
    for (uint64_t n = 1; n < 1000000; n *= 3) {
        uint32_t each = stm_plan__most_each(n);
        assert_true(each >= 16);
        assert_true(each == stm_plan__most_each(1 << 30) ||
                    n * each <= stm_plan__most_each(1));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(larger_texts_take_more),
        cmocka_unit_test(comparisons_stay_bounded_but_no_text_goes_without),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
