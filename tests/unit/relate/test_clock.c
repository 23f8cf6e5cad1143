#include "pair.h"
#include "relate/evidence.h"

static void what_one_announces_the_other_reports(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "The minister will open the lock on Friday, he said.",
              "The minister opened the lock on Friday and left by boat.");
    stm_relate__clock(pair_case(&p, STM_REVISION), 2);
    assert_says(&p.c, STM_A_TO_B, "a announces what is to come 'Friday'");
    pair_close(&p);
}

static void a_date_is_before_what_the_other_speaks_of(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "They held the signing back.",
              "They signed the paper late Thursday, he said.");
    p.page[0].published = /* a Thursday */
        (stm_date){2031, 3, 6, 13, 20, -1, -300};
    stm_relate__clock(pair_case(&p, STM_EXCERPT), 2);
    assert_says(&p.c, STM_A_TO_B, "b speaks of 'late Thursday' as over");
    double same_day = pair_said(&p.c)->weight;
    pair_close(&p);
    pair_open(&p, "They held the signing back.",
              "They signed the paper late Friday, he said.");
    p.page[0].published = (stm_date){2031, 3, 6, 13, 20, -1, -300};
    stm_relate__clock(pair_case(&p, STM_EXCERPT), 2);
    assert_true(pair_said(&p.c)->weight > same_day);
    pair_close(&p);
}

static void a_date_after_it_says_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "They signed.", "They signed the paper on Thursday.");
    p.page[0].published = (stm_date){2031, 3, 7, 9, 0, -1, STM_NO_ZONE};
    stm_relate__clock(pair_case(&p, STM_REVISION), 2);
    assert_silent(&p.c);
    pair_close(&p);
}

static void two_dates_need_no_clock(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "He will come on Friday.", "He came on Friday.");
    for (int i = 0; i < 2; i++)
        p.page[i].published =
            (stm_date){2031, 3, (uint8_t)(6 + i), -1, -1, -1, STM_NO_ZONE};
    stm_relate__clock(pair_case(&p, STM_REVISION), 2);
    assert_silent(&p.c);
    pair_close(&p);
}

static void a_later_day_is_a_weak_sign(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "They met on Thursday, and they met on Thursday again.",
              "They met on Thursday. They went home on Friday.");
    stm_relate__clock(pair_case(&p, STM_REVISION), 2);
    assert_says(&p.c, STM_A_TO_B, "b already speaks of 'Friday'");
    assert_true(pair_said(&p.c)->weight < 1);
    pair_close(&p);
}

static void texts_without_days_say_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "They met.", "They met again.");
    stm_relate__clock(pair_case(&p, STM_REVISION), 2);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_one_announces_the_other_reports),
        cmocka_unit_test(a_date_is_before_what_the_other_speaks_of),
        cmocka_unit_test(a_date_after_it_says_nothing),
        cmocka_unit_test(two_dates_need_no_clock),
        cmocka_unit_test(a_later_day_is_a_weak_sign),
        cmocka_unit_test(texts_without_days_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
