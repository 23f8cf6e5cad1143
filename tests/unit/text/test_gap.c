#include "said.h"

#include "text/gap.h"

static stm_gap gap(const char *between)
{
    stm_str s = {between, strlen(between)};
    return stm_text__gap(s, (stm_range){0, (uint32_t)s.len}, false);
}

static void the_strongest_mark_counts(void **state)
{
    (void)state;
    assert_int_equal(gap(", ").mark, STM_MARK_NONE);
    assert_int_equal(gap(". ").mark, STM_MARK_POINT);
    assert_int_equal(gap("...").mark, STM_MARK_ELLIPSIS);
    assert_int_equal(gap("… ").mark, STM_MARK_ELLIPSIS);
    assert_int_equal(gap(". . .").mark, STM_MARK_POINT);
    assert_int_equal(gap(".”?").mark, STM_MARK_STRONG);
    assert_int_equal(gap("。").mark, STM_MARK_FREE);
    assert_int_equal(gap("; ").mark, STM_MARK_NONE);
    assert_int_equal(stm_text__gap(STM_LIT("; "), (stm_range){0, 2}, true).mark,
                     STM_MARK_STRONG);
}

static void what_follows_the_last_mark_is_told(void **state)
{
    (void)state;
    assert_true(gap(".” ").space_after);
    assert_true(gap(".” ").quote_after);
    assert_false(gap(" .").space_after);
    assert_true(gap(" .").space);
    assert_false(gap("” . ").quote_after);
}

static void line_ends_are_counted_once(void **state)
{
    (void)state;
    assert_int_equal(gap(" ").lines, 0);
    assert_int_equal(gap(".\n").lines, 1);
    assert_int_equal(gap(".\n").feed, 1);
    assert_int_equal(gap("\r\n").lines, 1);
    assert_int_equal(gap("\r\n").feed, 1);
    assert_int_equal(gap("\r").lines, 1);
    assert_true(gap("\r").feed == UINT32_MAX);
    assert_int_equal(gap("\xe2\x80\xa8").lines, 1);
}

static void blank_lines_and_lines_of_symbols_are_told_apart(void **state)
{
    (void)state;
    assert_false(gap("\n  ").blank);
    assert_true(gap("\n \t\n").blank);
    assert_true(gap("\xe2\x80\xa9").blank);
    assert_false(gap("\n* * *\n").blank);
    assert_true(gap("\n* * *\n").symbols);
    assert_false(gap(" —\n").symbols);
}

static void bullets_and_dashes_are_told_apart(void **state)
{
    (void)state;
    assert_true(gap(" • ").bullet);
    assert_true(gap("\n- ").dash);
    assert_true(gap("\n  * ").dash);
    assert_false(gap("\n-").dash);
    assert_false(gap(" - ").dash);
    assert_false(gap("\n— ").dash);
    assert_false(gap("\n- \n").dash);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_strongest_mark_counts),
        cmocka_unit_test(what_follows_the_last_mark_is_told),
        cmocka_unit_test(line_ends_are_counted_once),
        cmocka_unit_test(blank_lines_and_lines_of_symbols_are_told_apart),
        cmocka_unit_test(bullets_and_dashes_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
