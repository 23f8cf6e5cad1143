#include "said.h"

#include "text/abbreviations.h"

static unsigned kind(const char *word)
{
    return stm_text__abbreviation(stm_word_hash((stm_str){word, strlen(word)}));
}

static void listed_words_stand_folded(void **state)
{
    (void)state;
#define ABBREVIATIONS(bits, words) assert_listed_folded(words);
#include "text/abbreviations.inc"
#undef ABBREVIATIONS
}

static void each_kind_is_found(void **state)
{
    (void)state;
    assert_int_equal(kind("Mr"), STM_ABBR_NEVER);
    assert_int_equal(kind("Gen"), STM_ABBR_NEVER | STM_ABBR_CAPITAL);
    assert_int_equal(kind("usw"), STM_ABBR_END);
    assert_int_equal(kind("St"), STM_ABBR_END | STM_ABBR_CAPITAL);
    assert_int_equal(kind("No"), STM_ABBR_NUMBER);
    assert_int_equal(kind("см"), STM_ABBR_NEVER);
}

static void other_words_are_none(void **state)
{
    (void)state;
    assert_int_equal(kind("mill"), 0);
    assert_int_equal(kind("sun"), 0);
    assert_int_equal(kind(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(listed_words_stand_folded),
        cmocka_unit_test(each_kind_is_found),
        cmocka_unit_test(other_words_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
