#include "text/tongue.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"

static uint32_t tongue(stm_tongues *t, const char *language)
{
    uint32_t found;
    assert_int_equal(stm_tongues__find(&found, t, language, NULL), STM_OK);
    return found;
}

static bool stems_to(const stm_tongues *t, uint32_t language, const char *word,
                     uint8_t flags, const char *stem)
{
    stm_str w = stm_str_of(word);
    stm_str s = stm_tongues__stem(t, language, stm_word_hash(w), w, flags);
    return stm_str_eq(s, stm_str_of(stem));
}

static void a_word_has_the_stem_of_its_language(void **state)
{
    (void)state;
    stm_tongues t = {0};
    uint32_t english = tongue(&t, "en"), none = tongue(&t, "");
    assert_true(stems_to(&t, english, "sailing", 0, "sail"));
    assert_true(stems_to(&t, none, "sailing", 0, "sailing"));
    assert_true(stems_to(&t, english, "happily", 0, "happili"));
    stm_tongues__free(&t);
}

static void a_language_is_met_once(void **state)
{
    (void)state;
    stm_tongues t = {0};
    uint32_t english = tongue(&t, "en"), german = tongue(&t, "de");
    assert_int_not_equal(english, german);
    assert_int_equal(tongue(&t, "en"), english);
    assert_int_equal(t.count, 2);
    stm_tongues__free(&t);
}

static void function_words_and_numbers_are_their_own_stems(void **state)
{
    (void)state;
    stm_tongues t = {0};
    uint32_t english = tongue(&t, "en");
    assert_true(stems_to(&t, english, "this", 0, "this"));
    assert_true(stems_to(&t, english, "40s", STM_WORD_NUMBER, "40s"));
    stm_tongues__free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_the_stem_of_its_language),
        cmocka_unit_test(a_language_is_met_once),
        cmocka_unit_test(function_words_and_numbers_are_their_own_stems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
