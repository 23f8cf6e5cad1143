#include "family.h"

#include "edition/instant.h"

static stm_edition__instant at(const char *iso)
{
    stm_date d = stm_edition__read_date(stm_str_of(iso));
    return stm_edition__instant_of(&d);
}

static void a_moment_with_its_zone_is_one_minute(void **state)
{
    (void)state;
    assert_int_equal(at("1970-01-02T00:30:00Z").first, 1470);
    assert_int_equal(at("1970-01-02T00:30:00Z").last, 1470);
    assert_int_equal(at("1970-01-02T00:30:00+01:00").first, 1410);
    assert_int_equal(at("1970-01-02T00:30:00-01:00").first, 1530);
}

static void a_day_without_a_zone_is_as_long_as_the_world_is_wide(void **state)
{
    (void)state;
    stm_edition__instant day = at("1970-01-02");
    assert_int_equal(day.first, 1440 - 14 * 60);
    assert_int_equal(day.last, 2 * 1440 - 1 + 12 * 60);
}

static void months_and_years_end_where_the_next_begins(void **state)
{
    (void)state;
    assert_int_equal(at("1970-01").last, 31 * 1440 - 1 + 12 * 60);
    assert_int_equal(at("1970-12").last, 365 * 1440 - 1 + 12 * 60);
    assert_int_equal(at("1970").last, 365 * 1440 - 1 + 12 * 60);
}

static void what_is_no_date_has_no_year(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "", "May", "197", "1970-13-01", "1970-01-32", "1970-01-01T25:00"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(stm_edition__read_date(stm_str_of(bad[i])).year, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_moment_with_its_zone_is_one_minute),
        cmocka_unit_test(a_day_without_a_zone_is_as_long_as_the_world_is_wide),
        cmocka_unit_test(months_and_years_end_where_the_next_begins),
        cmocka_unit_test(what_is_no_date_has_no_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
