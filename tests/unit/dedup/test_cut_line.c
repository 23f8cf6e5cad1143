#include "dedup/cut_line.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void check(stm_str value, const stm_range *cuts, size_t count,
                  stm_str wanted)
{
    stm_json_out o = {0};
    assert_true(stm_cut__value(&o, value, cuts, count));
    assert_int_equal(o.count, wanted.len);
    if (wanted.len)
        assert_memory_equal(o.items, wanted.ptr, wanted.len);
    stm_vec_free(&o);
}

#define CUT(value, wanted, ...)                                 \
    do {                                                        \
        const stm_range cuts[] = {__VA_ARGS__};                 \
        check(STM_LIT(value), cuts, sizeof cuts / sizeof *cuts, \
              STM_LIT(wanted));                                 \
    } while (0)

static void what_is_not_cut_stays_as_it_is_written(void **state)
{
    (void)state;
    CUT("abcdef", "abef", {2, 4});
    CUT("abcdef", "cd", {0, 2}, {4, 6});
    CUT("abcdef", "", {0, 6});
    CUT("a\\u0062\\nc\\/d", "a\\u0062\\/d", {2, 4});
    check(STM_LIT("abc"), NULL, 0, STM_LIT("abc"));
}

static void characters_are_counted_as_the_text_has_them(void **state)
{
    (void)state;
    /* e acute, euro, a pair, a half of one: 2, 3, 4 and 3 bytes */
    CUT("\\u00e9x\\u20acy\\ud83d\\ude00z\\ud83d.",
        "\\u00e9\\u20ac\\ud83d\\ude00\\ud83d", {2, 3}, {6, 7}, {11, 12},
        {15, 16});
    CUT("\\u00E9x\\u20ACy\\uD83D\\uDE00z\\ud83d.", "xyz.", {0, 2}, {3, 6},
        {7, 11}, {12, 15});
    CUT("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80!", "\xe2\x82\xac!", {0, 2},
        {5, 9});
    CUT("\\ude00a\\ud83d\\u0041b", "\\ude00\\u0041b", {3, 7});
}

static void damaged_bytes_count_as_what_they_became(void **state)
{
    (void)state;
    /* each of the three is one U+FFFD of three bytes */
    CUT("\xff"
        "a\xe2\x82"
        "b\xc3",
        "\xff\xe2\x82\xc3", {3, 4}, {7, 8});
    CUT("\xff"
        "a\xe2\x82\\n\xc3",
        "a\\n", {0, 3}, {4, 7}, {8, 11});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_cut_stays_as_it_is_written),
        cmocka_unit_test(characters_are_counted_as_the_text_has_them),
        cmocka_unit_test(damaged_bytes_count_as_what_they_became),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
