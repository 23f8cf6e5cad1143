#include "pair.h"
#include "relate/states.h"

static double swaps(const char *a, const char *b, int side, int sign)
{
    pair p;
    double n[STM_STATE_SIGNS_ALL] = {0};
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_case *c = pair_case(&p, STM_REVISION);
    stm_text english = *c->f.side[side].t;
    memcpy(english.language, "en", 3);
    c->f.side[side].t = &english;
    assert_true(stm_relate__state_swaps(c, side, n));
    pair_close(&p);
    return n[sign];
}

static void the_usual_spelling_is_told(void **state)
{
    (void)state;
    const char *odd = "the goverment said so",
               *usual = "the government said so";
    assert_true(swaps(odd, usual, 1, STM_STATE_SPELT) == 1);
    assert_true(swaps(odd, usual, 0, STM_STATE_SPELT) == 0);
    assert_true(swaps(odd, usual, 1, STM_STATE_LIKELIER) > 1);
    assert_true(swaps(odd, usual, 1, STM_STATE_FULLER) == 1);
    assert_true(swaps(odd, usual, 1, STM_STATE_KNOWN) == 1);
    assert_true(swaps(odd, usual, 0, STM_STATE_KNOWN) == 0);
}

static void accents_put_on_are_no_odd_spelling(void **state)
{
    (void)state;
    const char *plain = "so cortes came", *marked = "so cortés came";
    assert_true(swaps(plain, marked, 1, STM_STATE_ACCENTED) == 1);
    assert_true(swaps(plain, marked, 0, STM_STATE_ACCENTED) == 0);
    assert_true(swaps(plain, marked, 0, STM_STATE_SPELT) == 0);
    assert_true(swaps(plain, marked, 0, STM_STATE_LIKELIER) == 0);
}

static void a_spelling_that_the_other_text_uses_agrees(void **state)
{
    (void)state;
    const char *both = "the sluise by the old sluice was shut",
               *one = "the sluice by the old sluice was shut";
    assert_true(swaps(both, one, 1, STM_STATE_AGREED) == 1);
    assert_true(swaps(both, one, 0, STM_STATE_AGREED) == 0);
}

static void numbers_are_compared_by_their_value(void **state)
{
    (void)state;
    const char *few = "it has 98 houses", *more = "it has 120 houses";
    assert_true(swaps(few, more, 1, STM_STATE_GROWN) == 1);
    assert_true(swaps(few, more, 0, STM_STATE_GROWN) == 0);
}

static void other_words_count_by_their_letters(void **state)
{
    (void)state;
    const char *a = "a big sluice there", *b = "a considerable sluice there";
    assert_true(swaps(a, b, 0, STM_STATE_SWAPPED) == 3);
    assert_true(swaps(a, b, 1, STM_STATE_SWAPPED) == 12);
    assert_true(swaps(a, b, 1, STM_STATE_SPELT) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_spelling_is_told),
        cmocka_unit_test(accents_put_on_are_no_odd_spelling),
        cmocka_unit_test(a_spelling_that_the_other_text_uses_agrees),
        cmocka_unit_test(numbers_are_compared_by_their_value),
        cmocka_unit_test(other_words_count_by_their_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
