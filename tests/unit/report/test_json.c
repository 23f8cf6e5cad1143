#include "report/json.h"

#include "sink.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static taken_bytes taken;

static void start(stm_json *j)
{
    static stm_sink sink = {take_bytes, &taken};
    free(taken.bytes);
    taken = (taken_bytes){0};
    stm_json__start(j, &sink);
}

static void assert_str(stm_str s, const char *expected)
{
    stm_json j;
    start(&j);
    stm_json__str(&j, s);
    assert_int_equal(stm_json__end(&j), STM_OK);
    assert_string_equal(taken.bytes, expected);
}

static void assert_real(double x, const char *expected)
{
    stm_json j;
    start(&j);
    stm_json__real(&j, x);
    assert_int_equal(stm_json__end(&j), STM_OK);
    assert_string_equal(taken.bytes, expected);
}

static void commas_stand_between_values_only(void **state)
{
    stm_json j;
    (void)state;
    start(&j);
    stm_json__open(&j, '{');
    stm_json__key(&j, "a");
    stm_json__open(&j, '[');
    stm_json__whole(&j, 1);
    stm_json__open(&j, '{');
    stm_json__close(&j, '}');
    stm_json__bool(&j, true);
    stm_json__close(&j, ']');
    stm_json__key(&j, "b");
    stm_json__null(&j);
    stm_json__close(&j, '}');
    assert_int_equal(stm_json__end(&j), STM_OK);
    assert_string_equal(taken.bytes, "{\"a\":[1,{},true],\"b\":null}\n");
}

static void absent_is_null_and_empty_is_not(void **state)
{
    (void)state;
    assert_str(STM_NONE, "null\n");
    assert_str(STM_LIT(""), "\"\"\n");
}

static void numbers_are_rounded_to_four_digits(void **state)
{
    (void)state;
    assert_real(1, "1.0\n");
    assert_real(0, "0.0\n");
    assert_real(.98, "0.98\n");
    assert_real(.93124999, "0.9312\n");
    assert_real(.93125001, "0.9313\n");
    assert_real(.99999, "1.0\n");
    assert_real(-2.5, "-2.5\n");
    assert_real(-.00001, "0.0\n");
    assert_real(12.0305, "12.0305\n");
}

static void what_is_no_number_is_zero(void **state)
{
    (void)state;
    assert_real(NAN, "0.0\n");
    assert_real(INFINITY, "0.0\n");
}

static void the_locale_changes_nothing(void **state)
{
    (void)state;
    if (!setlocale(LC_ALL, "de_DE.UTF-8"))
        skip();
    assert_real(1.5, "1.5\n");
    setlocale(LC_ALL, "C");
}

static void hexadecimal_keeps_every_byte(void **state)
{
    stm_json j;
    (void)state;
    start(&j);
    stm_json__hex(&j, STM_LIT("a\xff\x00"));
    assert_int_equal(stm_json__end(&j), STM_OK);
    assert_string_equal(taken.bytes, "\"61ff00\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commas_stand_between_values_only),
        cmocka_unit_test(absent_is_null_and_empty_is_not),
        cmocka_unit_test(numbers_are_rounded_to_four_digits),
        cmocka_unit_test(what_is_no_number_is_zero),
        cmocka_unit_test(the_locale_changes_nothing),
        cmocka_unit_test(hexadecimal_keeps_every_byte),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    free(taken.bytes);
    return failed;
}
