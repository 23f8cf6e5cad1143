#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stemma/base.h>

static void an_error_carries_code_place_and_message(void **state)
{
    (void)state;
    stm_error err;
    assert_int_equal(stm_fail(&err, STM_ELIMIT, 77, "page %d is too long", 3),
                     STM_ELIMIT);
    assert_int_equal(err.code, STM_ELIMIT);
    assert_int_equal(err.offset, 77);
    assert_string_equal(err.message, "page 3 is too long");
}

static void a_caller_need_not_want_the_message(void **state)
{
    (void)state;
    assert_int_equal(stm_fail(NULL, STM_EARG, 0, "unheard"), STM_EARG);
}

static void a_long_message_is_cut_to_fit(void **state)
{
    (void)state;
    stm_error err;
    stm_fail(&err, STM_EIO, 0, "%0900d", 1);
    assert_int_equal(strlen(err.message), sizeof err.message - 1);
}

static void the_version_is_known(void **state)
{
    (void)state;
    assert_string_equal(stm_version(), "0.1.0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_carries_code_place_and_message),
        cmocka_unit_test(a_caller_need_not_want_the_message),
        cmocka_unit_test(a_long_message_is_cut_to_fit),
        cmocka_unit_test(the_version_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
