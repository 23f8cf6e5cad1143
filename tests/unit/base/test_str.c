#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"

static void a_prefix_sorts_before_what_it_begins(void **state)
{
    (void)state;
    assert_true(stm_str_cmp(STM_LIT("lake"), STM_LIT("lakes")) < 0);
    assert_true(stm_str_cmp(STM_LIT("\xc3\xa9"), STM_LIT("z")) > 0);
    assert_int_equal(stm_str_cmp(STM_NONE, STM_LIT("")), 0);
}

static void absent_and_empty_slices_are_safe_everywhere(void **state)
{
    (void)state;
    assert_true(stm_str_eq(STM_NONE, STM_LIT("")));
    assert_true(stm_str_starts(STM_NONE, STM_NONE));
    assert_false(stm_str_starts(STM_NONE, STM_LIT("a")));
    assert_int_equal(stm_str_trim(STM_NONE).len, 0);
    assert_int_equal(stm_str_find(STM_NONE, STM_NONE, 0), 0);
    assert_int_equal(stm_str_find(STM_NONE, STM_LIT("a"), 0), SIZE_MAX);
    assert_int_equal(stm_str_of(NULL).len, 0);
}

static void trimming_takes_white_space_at_both_ends_only(void **state)
{
    (void)state;
    stm_str s = stm_str_trim(STM_LIT("\r\n\t two words \v\f"));
    assert_true(stm_str_eq(s, STM_LIT("two words")));
    assert_int_equal(stm_str_trim(STM_LIT(" \n ")).len, 0);
}

static void a_search_starts_where_it_is_told(void **state)
{
    (void)state;
    stm_str s = STM_LIT("a bell and a bell");
    assert_int_equal(stm_str_find(s, STM_LIT("bell"), 0), 2);
    assert_int_equal(stm_str_find(s, STM_LIT("bell"), 3), 13);
    assert_int_equal(stm_str_find(s, STM_LIT("bell"), 14), SIZE_MAX);
    assert_int_equal(stm_str_find(s, STM_LIT("bell"), 400), SIZE_MAX);
    assert_int_equal(stm_str_find(s, STM_LIT(""), 17), 17);
    assert_int_equal(stm_str_find_nocase(s, STM_LIT("BELL"), 3), 13);
    assert_int_equal(stm_str_find_nocase(s, STM_LIT("bells"), 0), SIZE_MAX);
}

static void only_ascii_letters_lose_their_case(void **state)
{
    (void)state;
    assert_true(stm_str_eq_nocase(STM_LIT("Page [1]"), STM_LIT("pAGE [1]")));
    assert_false(stm_str_eq_nocase(STM_LIT("@"), STM_LIT("`")));
    assert_false(stm_str_eq_nocase(STM_LIT("\xc3\x89"), STM_LIT("\xc3\xa9")));
}

static void a_cut_is_half_open(void **state)
{
    (void)state;
    stm_str s = stm_str_cut(STM_LIT("harbour"), (stm_range){1, 4});
    assert_true(stm_str_eq(s, STM_LIT("arb")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_prefix_sorts_before_what_it_begins),
        cmocka_unit_test(absent_and_empty_slices_are_safe_everywhere),
        cmocka_unit_test(trimming_takes_white_space_at_both_ends_only),
        cmocka_unit_test(a_search_starts_where_it_is_told),
        cmocka_unit_test(only_ascii_letters_lose_their_case),
        cmocka_unit_test(a_cut_is_half_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
