#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/misread.h"
#include "base/str.h"

static bool is_misread(const char *a, const char *b, bool noisy)
{
    bool one = stm_align__is_misread(stm_str_of(a), stm_str_of(b), noisy);
    bool other = stm_align__is_misread(stm_str_of(b), stm_str_of(a), noisy);
    assert_int_equal(one, other);
    return one;
}

static void letters_that_look_alike_are_misread(void **state)
{
    (void)state;
    assert_true(is_misread("modern", "modem", false));
    assert_true(is_misread("little", "1itt1e", false));
    assert_true(is_misread("cold", "c0ld", false));
    assert_true(is_misread("declared", "cleclared", false));
    assert_true(is_misread("enormous", "en0rrn0us", false));
    assert_true(is_misread("gemeinde", "gcmciude", false));
    assert_true(is_misread("последний", "поспедний", false));
}

static void lost_accents_are_misread(void **state)
{
    (void)state;
    assert_true(is_misread("général", "general", false));
    assert_true(is_misread("θάλασσα", "θαλασσα", false));
}

static void any_letter_may_be_misread_in_a_long_word(void **state)
{
    (void)state;
    assert_true(is_misread("harbour", "harxour", false));
    assert_true(is_misread("lighthouse", "lightouse", false));
}

static void other_words_are_other_words(void **state)
{
    (void)state;
    assert_false(is_misread("harbour", "village", false));
    assert_false(is_misread("conflict", "war", false));
    assert_false(is_misread("cat", "dog", true));
    assert_false(is_misread("purchase", "puncture", false));
    assert_false(is_misread("", "a", true));
}

static void short_words_need_noise_around_them(void **state)
{
    (void)state;
    assert_false(is_misread("we", "wo", false));
    assert_true(is_misread("we", "wo", true));
    assert_false(is_misread("his", "her", true));
}

static void two_numbers_are_never_one(void **state)
{
    (void)state;
    assert_false(is_misread("1890", "1690", true));
    assert_false(is_misread("1011", "1071", true));
    assert_true(is_misread("1890", "l89o", true));
}

static void a_word_too_long_or_broken_is_not_compared(void **state)
{
    (void)state;
    const char *lang = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    assert_false(is_misread(lang, lang, true));
    assert_false(is_misread("har\xffour", "harbour", true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_that_look_alike_are_misread),
        cmocka_unit_test(lost_accents_are_misread),
        cmocka_unit_test(any_letter_may_be_misread_in_a_long_word),
        cmocka_unit_test(other_words_are_other_words),
        cmocka_unit_test(short_words_need_noise_around_them),
        cmocka_unit_test(two_numbers_are_never_one),
        cmocka_unit_test(a_word_too_long_or_broken_is_not_compared),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
