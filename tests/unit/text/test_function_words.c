#include "said.h"

#include "text/function_words.h"

static uint64_t languages(const char *word)
{
    return stm_text__function_languages(
        stm_word_hash((stm_str){word, strlen(word)}));
}

static void listed_words_stand_folded(void **state)
{
    (void)state;
#define LANGUAGE(code, words) assert_listed_folded(words);
#include "text/function_words.inc"
#undef LANGUAGE
}

static void each_language_has_a_bit_of_its_own(void **state)
{
    (void)state;
    uint64_t seen = 0;
    for (unsigned i = 0; i < stm_text__language_count(); i++) {
        uint64_t bit = stm_text__language_bit(stm_text__language_code(i));
        assert_true(bit && !(seen & bit));
        seen |= bit;
    }
    assert_true(stm_text__language_bit("xx") == 0);
    assert_true(stm_text__language_bit("") == 0);
}

static void a_word_of_two_languages_has_both(void **state)
{
    (void)state;
    uint64_t en = stm_text__language_bit("en");
    uint64_t de = stm_text__language_bit("de");
    assert_true((languages("In") & (en | de)) == (en | de));
    assert_true((languages("THE") & (en | de)) == en);
    assert_true((languages("und") & (en | de)) == de);
    assert_true(languages("mill") == 0);
}

static void words_are_counted_as_they_are_found(void **state)
{
    enum { WORDS = 900 };
    static const char *const some[] = {"the", "mill", "und", "of", "tide"};
    static uint64_t hash[WORDS];
    static stm_function_counts c;
    (void)state;
    for (unsigned i = 0; i < WORDS; i++)
        hash[i] =
            i % 3 ? stm_word_hash((stm_str){some[i % 5], strlen(some[i % 5])})
                  : i * UINT64_C(0x9e3779b97f4a7c15) + 1;
    for (size_t step = 1; step < 8; step++) {
        unsigned want[STM_TEXT_LANGUAGES_MAX] = {0};
        unsigned count = (unsigned)(WORDS / step);
        for (unsigned i = 0; i < count; i++)
            for (unsigned k = 0; k < STM_TEXT_LANGUAGES_MAX; k++)
                want[k] += (stm_text__function_languages(hash[i * step]) >> k &
                            1) != 0;
        stm_text__function_counts_start(&c);
        stm_text__count_function_words(&c, hash, count, step);
        for (unsigned i = 0; i < c.count; i++)
            for (unsigned k = 0; k < STM_TEXT_LANGUAGES_MAX; k++)
                if (stm_text__languages_at(c.met[i]) >> k & 1)
                    want[k] -= c.times[c.met[i]];
        for (unsigned k = 0; k < STM_TEXT_LANGUAGES_MAX; k++)
            assert_int_equal(want[k], 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(listed_words_stand_folded),
        cmocka_unit_test(each_language_has_a_bit_of_its_own),
        cmocka_unit_test(a_word_of_two_languages_has_both),
        cmocka_unit_test(words_are_counted_as_they_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
