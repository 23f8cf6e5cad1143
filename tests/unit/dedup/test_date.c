#include "dedup/date.h"

#include <string.h>

#include "base/str.h"
#include "dedup/corpus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static int64_t of(const char *s) { return stm_date__read(stm_str_of(s)); }

static void dates_have_as_much_precision_as_they_have(void **state)
{
    (void)state;
    assert_int_equal(of("\"1970-01-01\""), 0);
    assert_int_equal(of("\"1970\""), 0);
    assert_int_equal(of("\"2024-02-29T12:00:00Z\""), 1709208000);
    assert_int_equal(of("\"2024-02-29 12:00\""), 1709208000);
    assert_int_equal(of("\"2024-02-29T14:00:00+02:00\""), 1709208000);
    assert_int_equal(of("\"2024-02-29T07:00:00.250-0500\""), 1709208000);
    assert_int_equal(of("\"1969-12-31\""), -86400);
}

static void numbers_are_seconds_or_milliseconds(void **state)
{
    (void)state;
    assert_int_equal(of("1709208000"), 1709208000);
    assert_int_equal(of("1709208000123"), 1709208000);
    assert_int_equal(of("-5"), -5);
}

static void anything_else_is_no_date(void **state)
{
    (void)state;
    const char *const wrong[] = {"",         "\"\"",         "\"soon\"",
                                 "\"0000\"", "\"2024-13\"",  "\"2024-02-99\"",
                                 "null",     "{\"y\":2024}", "-"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_true(of(wrong[i]) == STM_DOC_NO_DATE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_have_as_much_precision_as_they_have),
        cmocka_unit_test(numbers_are_seconds_or_milliseconds),
        cmocka_unit_test(anything_else_is_no_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
