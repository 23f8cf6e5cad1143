#include "pair.h"
#include "relate/evidence.h"

#define CORE \
    "The tide came in early that year, and nobody had mended the sluice."
#define NEW "The women brought bread and hot ale along the dyke that night."

static void the_longer_state_is_the_later(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, CORE, NEW " " CORE);
    pair_share(&p, CORE, CORE);
    stm_relate__growth(pair_case(&p, STM_REVISION), 1);
    assert_says(
        &p.c, STM_A_TO_B,
        "b has 'The women brought bread and hot ale along the dyke "
        "that night', which a lacks; 8 words of b stand nowhere in a, 0 "
        "of a nowhere in b");
    pair_close(&p);
}

static void a_few_words_are_a_weak_sign(void **state)
{
    (void)state;
    pair p;
    const char shorter[] = "The tide came in early, and nobody had mended the "
                           "sluice.";
    pair_open(&p, CORE, shorter);
    pair_share(&p, CORE, shorter);
    stm_relate__growth(pair_case(&p, STM_REVISION), 1);
    assert_says(&p.c, STM_B_TO_A, "2 words of a stand nowhere in b");
    assert_true(pair_said(&p.c)->weight < 2);
    pair_close(&p);
}

static void equal_states_say_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, CORE, CORE);
    pair_share(&p, CORE, CORE);
    stm_relate__growth(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
}

static void what_a_paywall_hides_is_no_growth(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, CORE, CORE " " NEW);
    pair_share(&p, CORE, CORE);
    p.page[0].truncated = true;
    stm_relate__growth(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_longer_state_is_the_later),
        cmocka_unit_test(a_few_words_are_a_weak_sign),
        cmocka_unit_test(equal_states_say_nothing),
        cmocka_unit_test(what_a_paywall_hides_is_no_growth),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
