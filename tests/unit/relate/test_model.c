#include "relate/model.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <stemma/relate.h>

#include "base/str.h"

static stm_model english(void)
{
    stm_model m;
    assert_true(stm_relate__model(&m, "en"));
    return m;
}

static double cost(const char *before, const char *word)
{
    stm_model m = english();
    return stm_relate__cost(&m, stm_str_of(before), stm_str_of(word));
}

static void words_in_everybodys_use_cost_less(void **state)
{
    (void)state;
    assert_true(cost("", "the") < cost("", "friend"));
    assert_true(cost("", "friend") < cost("", "confidant"));
    assert_true(cost("", "confidant") < cost("", "qzxv"));
}

static void the_word_before_counts(void **state)
{
    (void)state;
    assert_true(cost("of", "the") < cost("", "the"));
    assert_true(cost("prime", "minister") < cost("", "minister"));
    assert_true(cost("prime", "the") > cost("", "the"));
}

static void a_possessive_is_the_word(void **state)
{
    (void)state;
    assert_true(cost("", "friend's") == cost("", "friend"));
    assert_true(cost("", "'s") > 0);
}

static void a_cost_is_that_of_a_probability(void **state)
{
    (void)state;
    stm_model m = english();
    double sum = 0;
    assert_true(m.words.count > 50000 && m.pairs.count > 100000);
    for (uint32_t i = 0; i < m.words.count; i++) {
        sum += exp(-m.words.cost[i] / 12.0);
        assert_true(m.words.cost[i] > 0);
    }
    assert_true(sum > .9 && sum < 1.1);
}

static uint32_t at(const stm_model_list *l, uint32_t i)
{
    const unsigned char *p = l->hash + (size_t)4 * i;
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

static void the_lists_are_in_order(void **state)
{
    (void)state;
    stm_model m = english();
    for (uint32_t i = 1; i < m.words.count; i++)
        assert_true(at(&m.words, i - 1) <= at(&m.words, i));
    for (uint32_t i = 1; i < m.pairs.count; i++)
        assert_true(at(&m.pairs, i - 1) <= at(&m.pairs, i));
}

static void a_language_without_a_model_has_none(void **state)
{
    (void)state;
    stm_model m;
    assert_false(stm_relate__model(&m, "xx"));
    assert_false(stm_relate__model(&m, ""));
}

static void a_word_is_listed_or_not(void **state)
{
    (void)state;
    stm_model m = english();
    assert_true(stm_relate__is_listed(&m, STM_LIT("government")));
    assert_true(stm_relate__is_listed(&m, STM_LIT("government's")));
    assert_false(stm_relate__is_listed(&m, STM_LIT("govermnenht")));
}

static void a_word_is_known_once_for_many_questions(void **state)
{
    (void)state;
    stm_known_word prime = stm_word_known("en", stm_word_key(STM_LIT("prime")));
    stm_known_word minister =
        stm_word_known("en", stm_word_key(STM_LIT("minister")));
    assert_true(stm_words_are_neighbours("en", prime, minister));
    assert_false(stm_words_are_neighbours("en", minister, prime));
    assert_true(minister.cost == cost("", "minister"));
    assert_true(prime.cost_behind == cost("minister", "prime"));
    assert_true(minister.cost_behind > cost("prime", "minister"));
}

static void a_word_of_a_language_without_a_model_is_not_known(void **state)
{
    (void)state;
    stm_known_word word = stm_word_known("xx", stm_word_key(STM_LIT("the")));
    assert_true(word.cost < 0 && word.cost_behind < 0);
    assert_false(stm_words_are_neighbours("xx", word, word));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_in_everybodys_use_cost_less),
        cmocka_unit_test(the_word_before_counts),
        cmocka_unit_test(a_possessive_is_the_word),
        cmocka_unit_test(a_cost_is_that_of_a_probability),
        cmocka_unit_test(the_lists_are_in_order),
        cmocka_unit_test(a_word_is_listed_or_not),
        cmocka_unit_test(a_word_is_known_once_for_many_questions),
        cmocka_unit_test(a_word_of_a_language_without_a_model_is_not_known),
        cmocka_unit_test(a_language_without_a_model_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
