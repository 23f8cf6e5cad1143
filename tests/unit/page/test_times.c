#include "read.h"

#include "page/times.h"

/* The time at the start of `text` as ISO, "" for none; checks what is left. */
static void assert_time(const char *text, const char *iso, const char *rest)
{
    stm_cursor c = {text, text + strlen(text)};
    stm_date d = {2024, 5, 16, -1, -1, -1, STM_NO_ZONE};
    char buf[32] = "";
    if (stm_page__time(&c, &d))
        stm_date_format(&d, buf, sizeof buf);
    assert_string_equal(*buf ? buf + 10 : "", iso);
    assert_string_equal(c.p, rest);
}

static void clocks_of_twelve_hours_have_halves(void **state)
{
    (void)state;
    assert_time("1:20 p.m. ET", "T13:20:00-04:00", "");
    assert_time("12:51 a.m.", "T00:51:00", "");
    assert_time("12 PM.", "T12:00:00", ".");
    assert_time("4 p.m. CT today", "T16:00:00-05:00", " today");
    assert_time("上午 9:05", "T09:05:00", "");
    assert_time("午後3時20分", "T15:20:00", "");
}

static void clocks_of_a_day_have_signs_or_words(void **state)
{
    (void)state;
    assert_time("13:20:05", "T13:20:05", "");
    assert_time("13h20", "T13:20:00", "");
    assert_time("14 h", "T14:00:00", "");
    assert_time("13.20 Uhr", "T13:20:00", "");
    assert_time("06.00 BST", "T06:00:00+01:00", "");
    assert_time("13:20 GMT+2", "T13:20:00+02:00", "");
    assert_time("13:20 (UTC)", "T13:20:00Z", "");
}

static void other_numbers_are_no_times(void **state)
{
    (void)state;
    assert_time("5", "", "5");
    assert_time("5.20", "", "5.20");
    assert_time("25:10", "", "25:10");
    assert_time("12:75", "", "12:75");
    assert_time("123:20", "", "123:20");
}

static void a_range_of_hours_is_no_zone(void **state)
{
    (void)state;
    assert_time("10:30 - 11:30", "T10:30:00", " - 11:30");
    assert_time("10:30 -5", "T10:30:00", " -5");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clocks_of_twelve_hours_have_halves),
        cmocka_unit_test(clocks_of_a_day_have_signs_or_words),
        cmocka_unit_test(other_numbers_are_no_times),
        cmocka_unit_test(a_range_of_hours_is_no_zone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
