#include "read.h"

#include "page/zone.h"

static int16_t zone(const char *name, int month, int day, int hour,
                    size_t length)
{
    stm_date d = {2024, (uint8_t)month, (uint8_t)day, (int8_t)hour, 0,
                  -1,   STM_NO_ZONE};
    int16_t minutes = STM_NO_ZONE;
    assert_int_equal(stm_page__zone(stm_str_of(name), &d, &minutes), length);
    return minutes;
}

static void names_have_their_offsets(void **state)
{
    (void)state;
    assert_int_equal(zone("GMT", 5, 1, 0, 3), 0);
    assert_int_equal(zone("CEST", 5, 1, 0, 4), 120);
    assert_int_equal(zone("JST", 5, 1, 0, 3), 540);
    assert_int_equal(zone("IST)", 5, 1, 0, 3), 330);
    assert_int_equal(zone("МСК", 5, 1, 0, 6), 180);
    assert_int_equal(zone("ETShare", 5, 1, 0, 2), -240);
}

static void american_zones_follow_the_clocks(void **state)
{
    (void)state;
    assert_int_equal(zone("ET", 1, 16, 12, 2), -300);
    assert_int_equal(zone("ET", 5, 16, 12, 2), -240);
    /* forward on 10 March 2024, back on 3 November, at two */
    assert_int_equal(zone("ET", 3, 9, 23, 2), -300);
    assert_int_equal(zone("ET", 3, 10, 1, 2), -300);
    assert_int_equal(zone("ET", 3, 10, 3, 2), -240);
    assert_int_equal(zone("PT", 11, 3, 1, 2), -420);
    assert_int_equal(zone("PT", 11, 3, 3, 2), -480);
    assert_int_equal(zone("EST", 7, 1, 12, 3), -300);
}

static void the_rules_of_older_years_hold(void **state)
{
    (void)state;
    stm_date d = {1995, 4, 2, 12, 0, -1, STM_NO_ZONE};
    int16_t minutes;
    stm_page__zone(STM_LIT("ET"), &d, &minutes);
    assert_int_equal(minutes, -240); /* first Sunday in April */
    d.day = 1;
    stm_page__zone(STM_LIT("ET"), &d, &minutes);
    assert_int_equal(minutes, -300);
    d = (stm_date){1980, 4, 27, 12, 0, -1, STM_NO_ZONE};
    stm_page__zone(STM_LIT("ET"), &d, &minutes);
    assert_int_equal(minutes, -240); /* last Sunday in April */
    d = (stm_date){1990, 10, 28, 12, 0, -1, STM_NO_ZONE};
    stm_page__zone(STM_LIT("ET"), &d, &minutes);
    assert_int_equal(minutes, -300); /* last Sunday in October */
}

static void offsets_are_read_in_all_forms(void **state)
{
    (void)state;
    assert_int_equal(zone("+02:00", 5, 1, 0, 6), 120);
    assert_int_equal(zone("-0530", 5, 1, 0, 5), -330);
    assert_int_equal(zone("GMT+2", 5, 1, 0, 5), 120);
    assert_int_equal(zone("UTC +5:30", 5, 1, 0, 9), 330);
    assert_int_equal(zone("GMT−3", 5, 1, 0, 7), -180);
    assert_int_equal(zone("Z", 5, 1, 0, 1), 0);
}

static void other_words_are_no_zones(void **state)
{
    (void)state;
    assert_int_equal(zone("Zoo", 5, 1, 0, 0), STM_NO_ZONE);
    assert_int_equal(zone("et al", 5, 1, 0, 0), STM_NO_ZONE);
    assert_int_equal(zone("+99", 5, 1, 0, 0), STM_NO_ZONE);
    assert_int_equal(zone("", 5, 1, 0, 0), STM_NO_ZONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_have_their_offsets),
        cmocka_unit_test(american_zones_follow_the_clocks),
        cmocka_unit_test(the_rules_of_older_years_hold),
        cmocka_unit_test(offsets_are_read_in_all_forms),
        cmocka_unit_test(other_words_are_no_zones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
