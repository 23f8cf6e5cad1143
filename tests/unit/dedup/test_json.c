#include "dedup/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void check(stm_str in, stm_str wanted)
{
    stm_json_out o = {0};
    assert_true(stm_json_out__inside(&o, in));
    assert_int_equal(o.count, wanted.len);
    assert_memory_equal(o.items, wanted.ptr, wanted.len);
    stm_vec_free(&o);
}

static void what_json_wants_escaped_is(void **state)
{
    (void)state;
    check(STM_LIT("a \"b\" \\ c"), STM_LIT("a \\\"b\\\" \\\\ c"));
    check(STM_LIT("\n\t\r\b\f\1\x7f\0"),
          STM_LIT("\\n\\t\\r\\b\\f\\u0001\\u007f\\u0000"));
    check(STM_LIT("h\xc3\xa4user \xf0\x9f\x98\x80/"),
          STM_LIT("h\xc3\xa4user \xf0\x9f\x98\x80/"));
    check(STM_LIT(""), STM_LIT(""));
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    check(STM_LIT("a\xff"
                  "b\"\xe2\x82"),
          STM_LIT("a\xef\xbf\xbd"
                  "b\\\"\xef\xbf\xbd"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_json_wants_escaped_is),
        cmocka_unit_test(bytes_that_are_no_text_are_replaced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
