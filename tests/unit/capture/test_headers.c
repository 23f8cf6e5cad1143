#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "capture/headers.h"

static const char block[] = "HTTP/1.1 200 OK\r\n"
                            "Content-Type : text/html; charset=\"UTF-8\"\r\n"
                            "X-Empty:\r\n"
                            "content-length:\t 17 \r\n"
                            "Content-Length: 18\r\n\r\nbody";

static void a_block_ends_with_an_empty_line(void **state)
{
    (void)state;
    assert_int_equal(stm_headers__length(stm_str_of(block), 0),
                     strlen(block) - 4);
    assert_int_equal(stm_headers__length(STM_LIT("A: b\n\nbody"), 0), 6);
    assert_int_equal(stm_headers__length(STM_LIT("A: b\r\n\nbody"), 0), 7);
    assert_int_equal(stm_headers__length(STM_LIT("A: b\r\n"), 0), SIZE_MAX);
    assert_int_equal(stm_headers__length(STM_LIT(""), 0), SIZE_MAX);
}

static void what_has_been_looked_at_needs_no_second_look(void **state)
{
    (void)state;
    stm_str s = stm_str_of(block);
    size_t end = strlen(block) - 4;
    /* all but the last byte of the empty line was known */
    for (size_t from = 0; from < end; from++)
        assert_int_equal(stm_headers__length(s, from), end);
}

static void expect_header(const char *name, const char *value)
{
    stm_str v = stm_headers__find(stm_str_of(block), stm_str_of(name));
    if (!value)
        assert_null(v.ptr);
    else
        assert_true(v.ptr && stm_str_eq(v, stm_str_of(value)));
}

static void headers_are_found_without_regard_to_case(void **state)
{
    (void)state;
    expect_header("content-type", "text/html; charset=\"UTF-8\"");
    expect_header("Content-Length", "17");
    expect_header("X-Empty", "");
    expect_header("Content", NULL);
    expect_header("HTTP/1.1 200 OK", NULL);
    assert_null(stm_headers__find(STM_NONE, STM_LIT("A")).ptr);
    assert_null(stm_headers__find(STM_LIT("no line"), STM_LIT("A")).ptr);
}

static void expect_parameter(const char *value, const char *charset)
{
    stm_str v = stm_headers__parameter(stm_str_of(value), STM_LIT("charset"));
    if (!charset)
        assert_null(v.ptr);
    else
        assert_true(stm_str_eq(v, stm_str_of(charset)));
}

static void parameters_are_found(void **state)
{
    (void)state;
    expect_parameter("text/html; charset=utf-8", "utf-8");
    expect_parameter("text/html;CHARSET = \"utf-8\" ; x=y", "utf-8");
    expect_parameter("text/html; x=y;charset='koi8-r'", "koi8-r");
    expect_parameter("text/html; charset=", "");
    expect_parameter("text/html; charsets=utf-8", NULL);
    expect_parameter("text/html; charset", NULL);
    expect_parameter("charset=utf-8", NULL);
    expect_parameter("", NULL);
}

static void numbers_are_decimal_and_fit(void **state)
{
    (void)state;
    uint64_t n;
    assert_true(stm_headers__number(STM_LIT("0017"), &n));
    assert_int_equal(n, 17);
    assert_true(stm_headers__number(STM_LIT("18446744073709551615"), &n));
    assert_true(n == UINT64_MAX);
    assert_false(stm_headers__number(STM_LIT("18446744073709551616"), &n));
    assert_false(stm_headers__number(STM_LIT("-1"), &n));
    assert_false(stm_headers__number(STM_LIT("1 2"), &n));
    assert_false(stm_headers__number(STM_LIT(""), &n));
    assert_false(stm_headers__number(STM_NONE, &n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_block_ends_with_an_empty_line),
        cmocka_unit_test(what_has_been_looked_at_needs_no_second_look),
        cmocka_unit_test(headers_are_found_without_regard_to_case),
        cmocka_unit_test(parameters_are_found),
        cmocka_unit_test(numbers_are_decimal_and_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
