#include "pair.h"
#include "relate/states.h"

#define CORE "The tide came in early that year."
#define NEW "Magistrates, however, remembered the (older) sluice."

static void own_words_are_weighed_by_what_they_are(void **state)
{
    (void)state;
    pair p;
    double n[2][STM_STATE_SIGNS_ALL] = {{0}};
    pair_open(&p, CORE, CORE " " NEW);
    pair_share(&p, CORE, CORE);
    stm_case *c = pair_case(&p, STM_REVISION);
    for (int s = 0; s < 2; s++) {
        assert_true(stm_relate__state_words(c, s, n[s]));
        assert_true(stm_relate__state_own(c, s, n[s]));
    }
    assert_int_equal(n[0][STM_STATE_OWN_LONG], 0);
    assert_int_equal(n[1][STM_STATE_OWN_LONG], 2); /* 11 and 10 letters */
    assert_int_equal(n[1][STM_STATE_OWN_SENTENCES], 1);
    assert_int_equal(n[1][STM_STATE_OWN_NUMBERS], 0);
    assert_true(n[1][STM_STATE_OWN_SMALL] >= 1); /* "the" */
    pair_close(&p);
}

static double own_share(const char *a, const char *b, int sign)
{
    pair p;
    double n[STM_STATE_SIGNS_ALL] = {0};
    pair_open(&p, a, b);
    pair_share(&p, CORE, CORE);
    assert_true(stm_relate__state_own(pair_case(&p, STM_REVISION), 1, n));
    pair_close(&p);
    return n[sign];
}

static void words_of_the_other_text_are_not_fresh(void **state)
{
    (void)state;
    const char *fresh = CORE " Magistrates remembered sluices.",
               *said = CORE " Tide came tide.";
    assert_true(own_share(CORE, fresh, STM_STATE_OWN_FRESH) == .5); /* 3 + 3 */
    assert_true(own_share(CORE, said, STM_STATE_OWN_FRESH) == 0);
}

static void words_that_stand_elsewhere_are_at_home(void **state)
{
    (void)state;
    const char *home = CORE " Tide came tide.",
               *foreign = CORE " Sluices sluices sluices.";
    assert_true(own_share(CORE, home, STM_STATE_OWN_HOME) == .5);
    assert_true(own_share(CORE, foreign, STM_STATE_OWN_HOME) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_words_are_weighed_by_what_they_are),
        cmocka_unit_test(words_of_the_other_text_are_not_fresh),
        cmocka_unit_test(words_that_stand_elsewhere_are_at_home),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
