#include "relate/dates.h"

#include "pair.h"
#include "relate/evidence.h"

#define DAY(y, m, d) ((stm_date){y, m, d, -1, -1, -1, STM_NO_ZONE})
#define AT(y, m, d, h, min, zone) ((stm_date){y, m, d, h, min, -1, zone})

static int order(stm_date a, stm_date b)
{
    int forth = stm_relate__date_order(&a, &b);
    assert_int_equal(stm_relate__date_order(&b, &a), -forth);
    return forth;
}

static void days_are_in_order(void **state)
{
    (void)state;
    assert_int_equal(order(DAY(2031, 3, 4), DAY(2031, 3, 5)), -1);
    assert_int_equal(order(DAY(2031, 3, 4), DAY(2031, 3, 4)), 0);
    assert_int_equal(order(DAY(2032, 1, 1), DAY(2031, 12, 31)), 1);
}

static void a_vague_date_is_a_period(void **state)
{
    (void)state;
    assert_int_equal(order(DAY(2031, 0, 0), DAY(2031, 7, 5)), 0);
    assert_int_equal(order(DAY(2031, 12, 0), DAY(2032, 1, 1)), -1);
    assert_int_equal(order(DAY(2031, 3, 4), AT(2031, 3, 4, 9, 30, STM_NO_ZONE)),
                     0);
    assert_int_equal(order(DAY(0, 0, 0), DAY(2031, 3, 4)), 0);
}

static void zones_are_taken_into_account(void **state)
{
    (void)state;
    assert_int_equal(
        order(AT(2031, 3, 4, 9, 0, 60), AT(2031, 3, 4, 9, 0, -240)), -1);
    assert_int_equal(order(AT(2031, 3, 4, 9, 0, 60), AT(2031, 3, 4, 8, 0, 0)),
                     0);
    assert_int_equal(
        order(AT(2031, 3, 4, 9, 0, 60), AT(2031, 3, 4, 9, 1, STM_NO_ZONE)), -1);
}

static void dates_are_written_for_people(void **state)
{
    (void)state;
    stm_arena m = {0};
    stm_date full = AT(2031, 3, 4, 9, 5, 60), day = DAY(2031, 3, 4),
             month = DAY(2031, 3, 0), year = DAY(2031, 0, 0);
    assert_string_equal(stm_relate__date_text(&m, &full).ptr,
                        "4 March 2031, 9:05");
    assert_string_equal(stm_relate__date_text(&m, &day).ptr, "4 March 2031");
    assert_string_equal(stm_relate__date_text(&m, &month).ptr, "March 2031");
    assert_string_equal(stm_relate__date_text(&m, &year).ptr, "2031");
    stm_arena_free(&m);
}

static void the_earlier_state_of_a_revision_is_the_source(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    p.page[0].published = p.page[1].published = DAY(2031, 3, 4);
    p.page[0].updated = AT(2031, 3, 4, 18, 0, STM_NO_ZONE);
    p.page[1].updated = AT(2031, 3, 4, 12, 0, STM_NO_ZONE);
    stm_relate__dates(pair_case(&p, STM_REVISION), 3);
    assert_says(&p.c, STM_B_TO_A,
                "b as it stands is of 4 March 2031, 12:00, before a");
    pair_close(&p);
}

static void the_first_to_appear_is_the_source_of_a_reprint(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    p.page[0].published = DAY(2031, 3, 4);
    p.page[0].updated = DAY(2031, 3, 9);
    p.page[1].published = DAY(2031, 3, 6);
    stm_relate__dates(pair_case(&p, STM_REPRINT), 3);
    assert_says(&p.c, STM_A_TO_B, "a appeared on 4 March 2031, before b");
    assert_true(pair_said(&p.c)->weight < 3); /* its update came after b */
    pair_close(&p);
}

static void one_date_or_equal_dates_say_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    p.page[0].published = DAY(2031, 3, 4);
    stm_relate__dates(pair_case(&p, STM_REPRINT), 3);
    assert_silent(&p.c);
    p.page[1].published = DAY(2031, 3, 4);
    stm_relate__dates(&p.c, 3);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_in_order),
        cmocka_unit_test(a_vague_date_is_a_period),
        cmocka_unit_test(zones_are_taken_into_account),
        cmocka_unit_test(dates_are_written_for_people),
        cmocka_unit_test(the_earlier_state_of_a_revision_is_the_source),
        cmocka_unit_test(the_first_to_appear_is_the_source_of_a_reprint),
        cmocka_unit_test(one_date_or_equal_dates_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
