#include "align/log.h"

#include <math.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

static void it_is_right_to_the_last_places(void **state)
{
    (void)state;
    for (float x = 1e-30f; x < 1e30f; x *= 1.0137f) {
        double right = log((double)x), got = (double)stm_align__log(x);
        assert_true(fabs(got - right) <= 2e-7 * fmax(1e-3, fabs(right)) + 1e-7);
    }
}

static void of_one_it_is_nothing(void **state)
{
    (void)state;
    assert_true(stm_align__log(1) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_right_to_the_last_places),
        cmocka_unit_test(of_one_it_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
