#include "said.h"

static unsigned disguise(const char *word)
{
    return stm_word_disguise((stm_str){word, strlen(word)});
}

static void look_alikes_are_told(void **state)
{
    (void)state;
    assert_int_equal(disguise("p\u0430yment"), STM_DISGUISE_ALIKE);
    assert_int_equal(disguise("payment"), 0);
    assert_int_equal(disguise("\u0441\u043e\u0440"), 0);
}

static void characters_without_width_are_told(void **state)
{
    (void)state;
    assert_int_equal(disguise("pay\u200bment"), STM_DISGUISE_INVISIBLE);
    assert_int_equal(disguise("p\u0430y\u2060ment"),
                     STM_DISGUISE_INVISIBLE | STM_DISGUISE_ALIKE);
}

static void what_typesetting_and_scripts_need_is_no_disguise(void **state)
{
    (void)state;
    assert_int_equal(disguise("pay\u00adment"), 0);
    /* Persian and Hindi words with a joiner */
    assert_int_equal(disguise("\u0645\u06cc\u200c\u0631\u0648\u0645"), 0);
    assert_int_equal(disguise("\u0915\u094d\u200d\u0937"), 0);
    assert_int_equal(disguise(""), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(look_alikes_are_told),
        cmocka_unit_test(characters_without_width_are_told),
        cmocka_unit_test(what_typesetting_and_scripts_need_is_no_disguise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
