#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/sets.h"

static void a_set_is_named_after_its_smallest_member(void **state)
{
    (void)state;
    uint32_t up[5];
    stm_sets__start(up, 5);
    assert_true(stm_sets__join(up, 4, 2));
    assert_true(stm_sets__join(up, 3, 4));
    assert_false(stm_sets__join(up, 2, 3));
    assert_int_equal(stm_sets__find(up, 3), 2);
    assert_true(stm_sets__join(up, 1, 3));
    assert_int_equal(stm_sets__find(up, 4), 1);
    assert_int_equal(stm_sets__find(up, 0), 0);
    assert_true(stm_sets__same(up, 1, 4));
    assert_false(stm_sets__same(up, 0, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_set_is_named_after_its_smallest_member),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
