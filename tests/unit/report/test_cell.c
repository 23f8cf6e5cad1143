#include "report/cell.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_cell cell;

static void fill(unsigned width, bool colour, const char *text)
{
    stm_cell__start(&cell, width, colour);
    stm_cell__word(&cell, STM_STYLE_EDITED, text);
    stm_cell__end(&cell);
    assert_false(cell.failed);
}

static void assert_line(size_t i, const char *expected, unsigned cols)
{
    assert_true(i < cell.lines.count);
    stm_cell_line line = cell.lines.items[i];
    stm_str is = {cell.bytes.items + line.from, line.to - line.from};
    assert_true(stm_str_eq(is, stm_str_of(expected)));
    assert_int_equal(line.cols, cols);
}

static void lines_break_at_spaces(void **state)
{
    (void)state;
    fill(10, false, "the mill burned on Friday");
    assert_int_equal(cell.lines.count, 3);
    assert_line(0, "the mill", 8);
    assert_line(1, "burned on", 9);
    assert_line(2, "Friday", 6);
}

static void white_space_folds_into_one_space(void **state)
{
    (void)state;
    fill(20, false, "  a \n\t b  ");
    assert_int_equal(cell.lines.count, 1);
    assert_line(0, "a b", 3);
}

static void a_word_longer_than_the_line_is_cut(void **state)
{
    (void)state;
    fill(8, false, "abcdefghijkl");
    assert_line(0, "abcdefgh", 8);
    assert_line(1, "ijkl", 4);
}

static void scripts_without_spaces_break_anywhere(void **state)
{
    (void)state;
    fill(8, false,
         "\xe6\x9d\xb1\xe4\xba\xac\xe3\x81\xab\xe8\xa1\x8c\xe3\x81\x8f");
    assert_line(0, "\xe6\x9d\xb1\xe4\xba\xac\xe3\x81\xab\xe8\xa1\x8c", 8);
    assert_line(1, "\xe3\x81\x8f", 2);
}

static void each_line_ends_its_colour(void **state)
{
    (void)state;
    fill(8, true, "burned Friday");
    assert_line(0, "\x1b[33mburned\x1b[0m", 6);
    assert_line(1, "\x1b[33mFriday\x1b[0m", 6);
}

static void captured_colour_does_not_get_through(void **state)
{
    (void)state;
    fill(20, false, "\x1b[31mred");
    assert_line(0, "\xe2\x90\x9b[31mred", 8);
}

static void a_flood_of_marks_ends(void **state)
{
    (void)state;
    stm_cell__start(&cell, 8, false);
    for (int i = 0; i < 100000; i++)
        stm_cell__word(&cell, STM_STYLE_PLAIN, "\xcc\x81");
    stm_cell__word(&cell, STM_STYLE_PLAIN, "abcdefghijkl");
    stm_cell__end(&cell);
    assert_int_equal(cell.lines.count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_spaces),
        cmocka_unit_test(white_space_folds_into_one_space),
        cmocka_unit_test(a_word_longer_than_the_line_is_cut),
        cmocka_unit_test(scripts_without_spaces_break_anywhere),
        cmocka_unit_test(each_line_ends_its_colour),
        cmocka_unit_test(captured_colour_does_not_get_through),
        cmocka_unit_test(a_flood_of_marks_ends),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    stm_cell__free(&cell);
    return failed;
}
