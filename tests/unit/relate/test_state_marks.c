#include "pair.h"
#include "relate/states.h"

static void marks_of(const char *text, double *amount)
{
    pair p;
    pair_open(&p, text, "other words");
    stm_range all = {0, (uint32_t)strlen(text)};
    p.page[0].content = &all;
    p.page[0].content_count = 1;
    stm_relate__state_marks(pair_case(&p, STM_REVISION), 0, amount);
    pair_close(&p);
}

static void marks_are_counted(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    marks_of("One, two (three): \"four\" [five]!", n);
    assert_int_equal(n[STM_STATE_COLONS], 1);
    assert_int_equal(n[STM_STATE_SQUARES], 2);
    assert_int_equal(n[STM_STATE_SHOUTS], 1);
}

static void untidy_places_are_counted(void **state)
{
    (void)state;
    double n[STM_STATE_SIGNS_ALL] = {0};
    marks_of("one  two -- three - four ,five \n\nthen:so 3,000 – four", n);
    assert_int_equal(n[STM_STATE_TYPEWRITER], 1);
    assert_int_equal(n[STM_STATE_APART], 1);
    assert_int_equal(n[STM_STATE_TIGHT], 2); /* the colon, too */
    assert_int_equal(n[STM_STATE_TRAILING], 1);
    assert_int_equal(n[STM_STATE_BLANKS], 1);
    assert_int_equal(n[STM_STATE_GROUPED], 1);
    assert_int_equal(n[STM_STATE_DASHES], 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_are_counted),
        cmocka_unit_test(untidy_places_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
