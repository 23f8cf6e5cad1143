#include "read.h"

static stm_date day(int year, int month, int day_of_month)
{
    return (stm_date){
        (int16_t)year, (uint8_t)month, (uint8_t)day_of_month, -1, -1, -1,
        STM_NO_ZONE};
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    static const struct {
        int year, month, day, days;
    } rows[] = {{1970, 1, 1, 0},       {1969, 12, 31, -1},
                {2000, 2, 29, 11016},  {2000, 3, 1, 11017},
                {1600, 1, 1, -135140}, {2024, 5, 16, 19859}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        stm_date d = day(rows[i].year, rows[i].month, rows[i].day);
        assert_int_equal(stm_date_days(&d), rows[i].days);
    }
    stm_date month = {2024, 5, 0, -1, -1, -1, STM_NO_ZONE};
    stm_date first = day(2024, 5, 1);
    assert_int_equal(stm_date_days(&month), stm_date_days(&first));
}

static void weekdays_follow_each_other(void **state)
{
    (void)state;
    stm_date thursday = day(1970, 1, 1), leap = day(2000, 2, 29);
    stm_date before = day(1969, 12, 28);
    assert_int_equal(stm_date_weekday(&thursday), 4);
    assert_int_equal(stm_date_weekday(&leap), 2);
    assert_int_equal(stm_date_weekday(&before), 0);
    stm_date month = {2024, 5, 0, -1, -1, -1, STM_NO_ZONE};
    assert_int_equal(stm_date_weekday(&month), -1);
}

static void dates_are_written_as_precisely_as_they_are_known(void **state)
{
    (void)state;
    stm_date d = {2024, 0, 0, -1, -1, -1, STM_NO_ZONE};
    assert_date(&d, "2024");
    d.month = 5;
    assert_date(&d, "2024-05");
    d.day = 6;
    assert_date(&d, "2024-05-06");
    d.hour = 13;
    d.minute = 5;
    assert_date(&d, "2024-05-06T13:05:00");
    d.zone = -240;
    assert_date(&d, "2024-05-06T13:05:00-04:00");
    d.second = 59;
    d.zone = 345;
    assert_date(&d, "2024-05-06T13:05:59+05:45");
    d.zone = 0;
    assert_date(&d, "2024-05-06T13:05:59Z");
    stm_date none = {0, 0, 0, -1, -1, -1, STM_NO_ZONE};
    assert_date(&none, "");
}

static void a_buffer_too_small_gets_nothing(void **state)
{
    (void)state;
    stm_date d = {2024, 5, 6, 13, 5, -1, 120};
    char buf[32];
    for (size_t size = 0; size < 26; size++) {
        memset(buf, 'x', sizeof buf);
        assert_int_equal(stm_date_format(&d, buf, size), 0);
        if (size)
            assert_string_equal(buf, "");
        assert_int_equal(buf[size], 'x');
    }
    assert_int_equal(stm_date_format(&d, buf, 26), 25);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(weekdays_follow_each_other),
        cmocka_unit_test(dates_are_written_as_precisely_as_they_are_known),
        cmocka_unit_test(a_buffer_too_small_gets_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
