#include "report/glyph.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_glyph first(const char *text)
{
    stm_glyph g;
    stm_glyph__read(&g, stm_str_of(text), 0);
    return g;
}

static void assert_glyph(const char *text, const char *shown, unsigned cols)
{
    stm_glyph g = first(text);
    assert_string_equal(g.bytes, shown);
    assert_int_equal(g.len, strlen(shown));
    assert_int_equal(g.cols, cols);
}

static void letters_show_as_themselves(void **state)
{
    (void)state;
    assert_glyph("a", "a", 1);
    assert_glyph("\xc3\xa4x", "\xc3\xa4", 1);
}

static void wide_characters_take_two_columns_and_marks_none(void **state)
{
    (void)state;
    assert_glyph("\xe6\x9d\xb1", "\xe6\x9d\xb1", 2);
    assert_glyph("\xcc\x81", "\xcc\x81", 0);
}

static void controls_become_pictures(void **state)
{
    (void)state;
    assert_glyph("\x1b[31m", "\xe2\x90\x9b", 1);
    assert_glyph("\x07", "\xe2\x90\x87", 1);
    assert_glyph("\x7f", "\xe2\x90\xa1", 1);
}

static void eight_bit_controls_become_their_number(void **state)
{
    (void)state;
    assert_glyph("\xc2\x9b"
                 "31m",
                 "\\x9b", 4);
}

static void bytes_that_are_not_utf8_become_their_number(void **state)
{
    (void)state;
    assert_glyph("\x9b", "\\x9b", 4);
    assert_glyph("\xe2\x82", "\\xe2", 4);
}

static void turns_of_direction_become_visible(void **state)
{
    (void)state;
    assert_glyph("\xe2\x80\xae", "\xe2\x9f\xa6U+202E\xe2\x9f\xa7", 8);
    assert_glyph("\xe2\x81\xa6", "\xe2\x9f\xa6U+2066\xe2\x9f\xa7", 8);
    assert_glyph("\xd8\x9c", "\xe2\x9f\xa6U+061C\xe2\x9f\xa7", 8);
}

static void all_ends_of_lines_are_one(void **state)
{
    (void)state;
    static const char *const ends[] = {
        "\n", "\r", "\r\n", "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        stm_glyph g;
        size_t next = stm_glyph__read(&g, stm_str_of(ends[i]), 0);
        assert_int_equal(g.kind, STM_GLYPH_LINE);
        assert_int_equal(next, strlen(ends[i]));
    }
}

static void a_space_that_must_not_break_does_not(void **state)
{
    (void)state;
    assert_int_equal(first("\xc2\xa0").kind, STM_GLYPH_INK);
    assert_int_equal(first("\xe3\x80\x80").kind, STM_GLYPH_SPACE);
}

static void columns_add_up(void **state)
{
    (void)state;
    assert_int_equal(stm_glyph__columns(STM_LIT("a\xe6\x9d\xb1\x1b")), 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_show_as_themselves),
        cmocka_unit_test(wide_characters_take_two_columns_and_marks_none),
        cmocka_unit_test(controls_become_pictures),
        cmocka_unit_test(eight_bit_controls_become_their_number),
        cmocka_unit_test(bytes_that_are_not_utf8_become_their_number),
        cmocka_unit_test(turns_of_direction_become_visible),
        cmocka_unit_test(all_ends_of_lines_are_one),
        cmocka_unit_test(a_space_that_must_not_break_does_not),
        cmocka_unit_test(columns_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
