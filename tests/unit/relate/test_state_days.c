#include "pair.h"
#include "relate/states.h"

static double latest(const char *text)
{
    pair p;
    double n[STM_STATE_SIGNS_ALL] = {0};
    pair_open(&p, text, "other words");
    stm_relate__state_days(pair_case(&p, STM_REVISION), 0, n);
    pair_close(&p);
    return n[STM_STATE_DAYS];
}

static void a_later_day_is_more(void **state)
{
    (void)state;
    double spring = latest("seen on 9 March 2004 at noon");
    assert_true(spring > 2004 && spring < 2004.25);
    assert_true(latest("seen on 10 March 2004") > spring);
    assert_true(latest("seen on March 10, 2004") > spring);
    assert_true(latest("in April 2004") > spring);
    assert_true(latest("am 2. Mai 2004, und am 3. Mai 2003") > spring);
}

static void a_year_alone_is_no_day(void **state)
{
    (void)state;
    assert_true(latest("the flood of 1953") == 0);
    assert_true(latest("in March nobody came") == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_later_day_is_more),
        cmocka_unit_test(a_year_alone_is_no_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
