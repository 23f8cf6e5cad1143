#include "dedup/cut_numbers.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static uint32_t number_of(stm_cut_numbers *n, const char *bytes, size_t len)
{
    uint32_t number;
    assert_int_equal(
        stm_cut_numbers__of(&number, n, (stm_str){bytes, len}, NULL), STM_OK);
    return number;
}

static void numbers_come_in_order_and_again(void **state)
{
    (void)state;
    enum { MANY = 5000 };
    stm_cut_numbers n = {0};
    char word[32];
    for (int round = 0; round < 2; round++)
        for (uint32_t i = 0; i < MANY; i++) {
            int len = snprintf(word, sizeof word, "%u", i * 7919);
            assert_int_equal(number_of(&n, word, (size_t)len), i);
        }
    assert_int_equal(stm_cut_numbers__count(&n), MANY);
    assert_true(stm_cut_numbers__bytes(&n) > MANY * sizeof(uint64_t));
    stm_cut_numbers__free(&n);
}

static void bytes_of_any_kind_and_length_are_told_apart(void **state)
{
    (void)state;
    static char same[1000];
    stm_cut_numbers n = {0};
    for (size_t len = 0; len < sizeof same; len++)
        assert_int_equal(number_of(&n, same, len), len);
    assert_int_equal(number_of(&n, "a\0b", 3), sizeof same);
    assert_int_equal(number_of(&n, "a\0c", 3), sizeof same + 1);
    assert_int_equal(number_of(&n, "a\0b", 3), sizeof same);
    assert_int_equal(number_of(&n, same, 0), 0);
    stm_cut_numbers__free(&n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_come_in_order_and_again),
        cmocka_unit_test(bytes_of_any_kind_and_length_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
