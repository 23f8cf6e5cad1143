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
        stm_relate__state_own(c, s, n[s]);
    }
    assert_int_equal(n[0][STM_STATE_OWN_LONG], 0);
    assert_true(n[0][STM_STATE_OWN_LENGTH] == 0);
    assert_int_equal(n[1][STM_STATE_OWN_LONG], 2); /* 11 and 10 letters */
    assert_int_equal(n[1][STM_STATE_OWN_COMMAS], 2);
    assert_int_equal(n[1][STM_STATE_OWN_BRACKETS], 1);
    assert_true(n[1][STM_STATE_OWN_SMALL] >= 1); /* "the" */
    assert_true(n[1][STM_STATE_OWN_LENGTH] > 4);
    pair_close(&p);
}

static void a_mark_behind_the_last_own_word_counts(void **state)
{
    (void)state;
    pair p;
    double n[STM_STATE_SIGNS_ALL] = {0};
    pair_open(&p, "He came late.", "He came, it seems, late.");
    pair_share(&p, "He came late", "He came, it seems, late");
    stm_relate__state_own(pair_case(&p, STM_REVISION), 1, n);
    assert_int_equal(n[STM_STATE_OWN_COMMAS], 1);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_words_are_weighed_by_what_they_are),
        cmocka_unit_test(a_mark_behind_the_last_own_word_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
