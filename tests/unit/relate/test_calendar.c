#include "relate/calendar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"
#include "texts.h"

static stm_time_class class_of(const char *word, const char *language)
{
    const stm_time_word *w = stm_relate__time_word(stm_str_of(word), language);
    return w ? w->class : STM_TIME_NONE;
}

static void every_word_of_the_table_is_found(void **state)
{
    (void)state;
    static const char *const days[][2] = {
        {"sunday", "en"},    {"saturday", "en"}, {"montag", "de"},
        {"sonnabend", "de"}, {"dimanche", "fr"}, {"vendredi", "fr"},
        {"miércoles", "es"}, {"sábado", "es"},   {"lunedì", "it"},
        {"woensdag", "nl"},  {"torsdag", "sv"},  {"lørdag", "da"},
        {"четверг", "ru"},   {"środę", "pl"},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        assert_int_equal(class_of(days[i][0], days[i][1]), STM_TIME_DAY);
}

static void days_are_known_in_every_text(void **state)
{
    (void)state;
    assert_int_equal(class_of("dienstag", "en"), STM_TIME_DAY);
    assert_int_equal(class_of("thursday's", "en"), STM_TIME_DAY);
}

static void other_words_count_in_their_language_only(void **state)
{
    (void)state;
    assert_int_equal(class_of("will", "en"), STM_TIME_AHEAD);
    assert_int_equal(class_of("will", ""), STM_TIME_AHEAD);
    assert_int_equal(class_of("will", "fr"), STM_TIME_NONE);
    assert_int_equal(class_of("wird", "de"), STM_TIME_AHEAD);
    assert_int_equal(class_of("wird", "en"), STM_TIME_NONE);
    assert_int_equal(class_of("bridge", "en"), STM_TIME_NONE);
    assert_int_equal(class_of("", "en"), STM_TIME_NONE);
}

static void the_same_word_may_mean_two_things(void **state)
{
    (void)state;
    assert_int_equal(class_of("has", "en"), STM_TIME_NOW);
    assert_int_equal(class_of("was", "nl"), STM_TIME_PAST);
    assert_int_equal(class_of("son", "es"), STM_TIME_NOW);
    assert_int_equal(class_of("son", "en"), STM_TIME_NONE);
}

static void expected_announces_only_before_to(void **state)
{
    (void)state;
    test_texts t = {0};
    const stm_text *x = test_text_add(
        &t, "She is expected to sign. It was the expected answer, as expected");
    assert_int_equal(stm_relate__time_class(x, t.lex, 2), STM_TIME_AHEAD);
    assert_int_equal(stm_relate__time_class(x, t.lex, 8), STM_TIME_NONE);
    assert_int_equal(stm_relate__time_class(x, t.lex, 11), STM_TIME_NONE);
    test_texts_free(&t);
}

static void days_have_names(void **state)
{
    (void)state;
    assert_string_equal(stm_relate__day_name(0), "Sunday");
    assert_string_equal(stm_relate__day_name(6), "Saturday");
    assert_string_equal(stm_relate__day_name(-1), "");
    assert_string_equal(stm_relate__day_name(7), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_the_table_is_found),
        cmocka_unit_test(days_are_known_in_every_text),
        cmocka_unit_test(other_words_count_in_their_language_only),
        cmocka_unit_test(the_same_word_may_mean_two_things),
        cmocka_unit_test(expected_announces_only_before_to),
        cmocka_unit_test(days_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
