#include "read.h"

#include "page/months.h"

static void months_are_known_in_any_case(void **state)
{
    (void)state;
    assert_int_equal(stm_page__month(STM_LIT("January")), 1);
    assert_int_equal(stm_page__month(STM_LIT("MAY")), 5);
    assert_int_equal(stm_page__month(STM_LIT("sept")), 9);
    assert_int_equal(stm_page__month(STM_LIT("März")), 3);
    assert_int_equal(stm_page__month(STM_LIT("DÉCEMBRE")), 12);
    assert_int_equal(stm_page__month(STM_LIT("Января")), 1);
    assert_int_equal(stm_page__month(STM_LIT("ОКТЯБРЯ")), 10);
    assert_int_equal(stm_page__month(STM_LIT("AĞUSTOS")), 8);
    assert_int_equal(stm_page__month(STM_LIT("Ιουνίου")), 6);
    assert_int_equal(stm_page__month(STM_LIT("ΦΕΒΡΟΥΑΡΙΟΥ")), 2);
    assert_int_equal(stm_page__month(STM_LIT("листопада")), 11);
    assert_int_equal(stm_page__month(STM_LIT("Agustus")), 8);
    assert_int_equal(stm_page__month(STM_LIT("szeptember")), 9);
    assert_int_equal(stm_page__month(STM_LIT("أغسطس")), 8);
    assert_int_equal(stm_page__month(STM_LIT("במאי")), 5);
}

static void every_name_of_the_table_is_known(void **state)
{
    static const struct name {
        char word[24];
        uint8_t means;
    } names[] = {
#include "page/months.inc"
    };
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        stm_str word = {names[i].word, strlen(names[i].word)};
        assert_int_equal(stm_page__month_or_weekday(word), names[i].means);
    }
}

static void accents_may_be_missing(void **state)
{
    (void)state;
    assert_int_equal(stm_page__month(STM_LIT("fevrier")), 2);
    assert_int_equal(stm_page__month(STM_LIT("marz")), 3);
    assert_int_equal(stm_page__month(STM_LIT("aout")), 8);
    assert_int_equal(stm_page__month(STM_LIT("prosince")), 12);
}

static void other_words_are_no_months(void **state)
{
    (void)state;
    assert_int_equal(stm_page__month(STM_LIT("")), 0);
    assert_int_equal(stm_page__month(STM_LIT("ma")), 0);
    assert_int_equal(stm_page__month(STM_LIT("janitor")), 0);
    assert_int_equal(stm_page__month(STM_LIT("may|jun")), 0);
    assert_int_equal(
        stm_page__month(STM_LIT("januaryjanuaryjanuaryjanuaryjanuaryjanu")), 0);
}

static void weekdays_are_known_too(void **state)
{
    (void)state;
    assert_true(stm_page__is_weekday(STM_LIT("Wednesday")));
    assert_true(stm_page__is_weekday(STM_LIT("Mittwoch")));
    assert_true(stm_page__is_weekday(STM_LIT("Воскресенье")));
    assert_false(stm_page__is_weekday(STM_LIT("someday")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_are_known_in_any_case),
        cmocka_unit_test(every_name_of_the_table_is_known),
        cmocka_unit_test(accents_may_be_missing),
        cmocka_unit_test(other_words_are_no_months),
        cmocka_unit_test(weekdays_are_known_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
