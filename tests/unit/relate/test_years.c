#include "pair.h"
#include "relate/evidence.h"

static void look(pair *p, const char *a, const char *b)
{
    pair_open(p, a, b);
    stm_relate__years(pair_case(p, STM_REVISION), 1);
}

static void the_text_that_knows_a_later_year_is_later(void **state)
{
    (void)state;
    pair p;
    look(&p, "Built in 1921, restored in 2004.", "Built in 1921.");
    assert_says(&p.c, STM_B_TO_A, "a knows of 2004");
    pair_close(&p);
}

static void amounts_are_no_years(void **state)
{
    (void)state;
    pair p;
    look(&p, "Built in 1921 for 9500 crowns and 20045 nails.", "Since 1921.");
    assert_silent(&p.c);
    pair_close(&p);
}

static void a_year_in_one_text_only_says_nothing(void **state)
{
    (void)state;
    pair p;
    look(&p, "Built in 1921.", "Built long ago.");
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_text_that_knows_a_later_year_is_later),
        cmocka_unit_test(amounts_are_no_years),
        cmocka_unit_test(a_year_in_one_text_only_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
