#include "read.h"

#include "page/dates.h"

static void assert_stamp(const char *value, const char *want)
{
    stm_found_date f;
    char buf[32] = "";
    if (stm_page__read_stamp(&f, stm_str_of(value), STM_DAY_FIRST))
        stm_date_format(&f.date, buf, sizeof buf);
    assert_string_equal(buf, want);
}

static void compact_dates_are_read(void **state)
{
    (void)state;
    assert_stamp("20240516", "2024-05-16");
    assert_stamp("20240516T132000Z", "2024-05-16T13:20:00Z");
    assert_stamp("20240516132000", "2024-05-16T13:20:00");
    assert_stamp("20240516 1320", "2024-05-16T13:20:00");
    assert_stamp("20240230", "");
    assert_stamp("99999999", "");
}

static void seconds_since_1970_are_read(void **state)
{
    (void)state;
    assert_stamp("1715865600", "2024-05-16T13:20:00Z");
    assert_stamp("1715865600123", "2024-05-16T13:20:00Z");
    assert_stamp("951782400", "");
    assert_stamp("9999999999", "");
    assert_stamp("0000000000", "");
}

static void the_forms_of_standards_are_read(void **state)
{
    (void)state;
    assert_stamp("2024-05-16", "2024-05-16");
    assert_stamp(" 2024-05-16T13:20:00.000+0200 ", "2024-05-16T13:20:00+02:00");
    assert_stamp("2024-05-16T13:20Z", "2024-05-16T13:20:00Z");
    assert_stamp("2024-05-16 13:20:00 +0000 UTC", "2024-05-16T13:20:00Z");
    assert_stamp("Thu, 16 May 2024 13:20:00 GMT", "2024-05-16T13:20:00Z");
    assert_stamp("Thu May 16 13:20:00 EDT 2024", "2024-05-16T13:20:00-04:00");
    assert_stamp("2024 May 16", "2024-05-16");
    assert_stamp("May 16, 2024", "2024-05-16");
    assert_stamp("", "");
    assert_stamp("soon", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compact_dates_are_read),
        cmocka_unit_test(seconds_since_1970_are_read),
        cmocka_unit_test(the_forms_of_standards_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
