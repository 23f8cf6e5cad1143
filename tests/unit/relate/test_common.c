#include "relate/common.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"

static const char *const english[] = {
#include "relate/common_en.inc"
};

static int common(const char *word)
{
    return stm_relate__is_common(stm_str_of(word), "en");
}

static void every_word_of_the_list_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof english / sizeof *english; i++)
        assert_int_equal(common(english[i]), 1);
}

static void the_list_is_in_order(void **state)
{
    (void)state;
    for (size_t i = 1; i < sizeof english / sizeof *english; i++)
        assert_true(stm_str_cmp(stm_str_of(english[i - 1]),
                                stm_str_of(english[i])) < 0);
}

static void inflections_are_everyday_words_too(void **state)
{
    (void)state;
    assert_int_equal(common("houses"), 1);
    assert_int_equal(common("stopped"), 1);
    assert_int_equal(common("making"), 1);
    assert_int_equal(common("water's"), 1);
}

static void rare_words_are_not(void **state)
{
    (void)state;
    assert_int_equal(common("watercourse"), 0);
    assert_int_equal(common("municipality"), 0);
    assert_int_equal(common(""), 0);
    assert_int_equal(common("s"), 0);
    assert_int_equal(common("ed"), 0);
}

static void without_a_list_nothing_is_known(void **state)
{
    (void)state;
    assert_int_equal(stm_relate__is_common(STM_LIT("haus"), "de"), -1);
    assert_int_equal(stm_relate__is_common(STM_LIT("house"), ""), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_of_the_list_is_found),
        cmocka_unit_test(the_list_is_in_order),
        cmocka_unit_test(inflections_are_everyday_words_too),
        cmocka_unit_test(rare_words_are_not),
        cmocka_unit_test(without_a_list_nothing_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
