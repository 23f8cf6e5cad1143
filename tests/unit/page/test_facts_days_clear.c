#include "read.h"

#include "page/facts_days_clear.h"

#define SWAPPED (UINT64_C(1) << STM_DAY_SWAPPED)

/* 5/6/2024 by custom, and its other reading. */
static stm_days two_readings(void)
{
    return (stm_days){
        .days = {{.number = 19849, .twin = 1},
                 {.number = 19879, .twin = STM_DAYS_MAX, .signs = SWAPPED}},
        .count = 2};
}

static void custom_holds_where_nothing_speaks_against_it(void **state)
{
    (void)state;
    stm_days d = two_readings();
    stm_page__clear_days(&d, false);
    assert_false(d.days[0].signs & SWAPPED);
    assert_true(d.days[1].signs & SWAPPED);
}

static void a_day_that_is_clear_elsewhere_is_meant(void **state)
{
    (void)state;
    stm_days d = two_readings();
    d.days[1].clear = true;
    stm_page__clear_days(&d, false);
    assert_true(d.days[0].signs & SWAPPED);
    assert_false(d.days[1].signs & SWAPPED);
}

static void the_other_dates_of_the_page_decide(void **state)
{
    (void)state;
    stm_days d = two_readings();
    stm_page__clear_days(&d, true);
    assert_true(d.days[0].signs & SWAPPED);
    assert_false(d.days[1].signs & SWAPPED);
}

static void a_day_that_is_said_clearly_stays(void **state)
{
    (void)state;
    stm_days d = two_readings();
    d.days[0].clear = true;
    stm_page__clear_days(&d, true);
    assert_false(d.days[0].signs & SWAPPED);
    assert_true(d.days[1].signs & SWAPPED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(custom_holds_where_nothing_speaks_against_it),
        cmocka_unit_test(a_day_that_is_clear_elsewhere_is_meant),
        cmocka_unit_test(the_other_dates_of_the_page_decide),
        cmocka_unit_test(a_day_that_is_said_clearly_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
