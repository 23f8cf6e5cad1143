#include "read.h"

#include "page/facts_weights.h"

static void a_sign_fits_into_a_set(void **state)
{
    (void)state;
    assert_true(STM_DAY_SIGNS <= 64);
    assert_true(STM_HEADLINE_SIGNS <= 64);
    assert_true(STM_BYLINE_SIGNS <= 64);
}

static void changes_weigh_less_than_publications(void **state)
{
    (void)state;
    const float *w = stm_page__day_weights;
    assert_true(w[STM_DAY_OG_UPDATED] < w[STM_DAY_OG_PUBLISHED]);
    assert_true(w[STM_DAY_LD_UPDATED] < w[STM_DAY_LD_THIS]);
    assert_true(w[STM_DAY_TEXT_UPDATED] < w[STM_DAY_TEXT_PUBLISHED]);
    assert_true(w[STM_DAY_SWAPPED] < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sign_fits_into_a_set),
        cmocka_unit_test(changes_weigh_less_than_publications),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
