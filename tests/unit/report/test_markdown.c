#include "report/markdown.h"

#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void assert_put(stm_str s, stm_markdown_place place,
                       const char *expected)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_markdown__put(&b, s, place);
    assert_int_equal(stm_buf_end(&b), STM_OK);
    assert_string_equal(taken.bytes ? taken.bytes : "", expected);
    free(taken.bytes);
}

static void markup_inside_a_line_is_escaped(void **state)
{
    (void)state;
    assert_put(STM_LIT("a *b* `c` [d](e) <f> g|h \\ ~~i~~"), STM_MARKDOWN_LINE,
               "a \\*b\\* \\`c\\` \\[d\\](e) \\<f> g|h \\\\ \\~\\~i\\~\\~");
}

static void a_bar_is_markup_in_a_table_and_at_the_start_of_a_line(void **state)
{
    (void)state;
    assert_put(STM_LIT("a|b"), STM_MARKDOWN_CELL, "a\\|b");
    assert_put(STM_LIT("a|b"), STM_MARKDOWN_INSIDE, "a|b");
    assert_put(STM_LIT("|a|\n:-|"), STM_MARKDOWN_LINE, "\\|a|\n\\:-|");
}

static void underscores_inside_words_stay(void **state)
{
    (void)state;
    assert_put(STM_LIT("snake_case _is_ \xc3\xbc_\xc3\xbc"), STM_MARKDOWN_LINE,
               "snake_case \\_is\\_ \xc3\xbc_\xc3\xbc");
}

static void references_are_escaped_and_ampersands_are_not(void **state)
{
    (void)state;
    assert_put(STM_LIT("&lt; &#60; R & D &"), STM_MARKDOWN_LINE,
               "\\&lt; \\&#60; R & D &");
}

static void markup_at_the_start_of_a_line_is_escaped(void **state)
{
    (void)state;
    assert_put(STM_LIT("# a\n> b\n- c\n+ d\n=== \n12. e\n3) f"),
               STM_MARKDOWN_LINE,
               "\\# a\n\\> b\n\\- c\n\\+ d\n\\=== \n12\\. e\n3\\) f");
    assert_put(STM_LIT("- c # d 1."), STM_MARKDOWN_INSIDE, "- c # d 1.");
    assert_put(STM_LIT("12 e, 3.5"), STM_MARKDOWN_LINE, "12 e, 3.5");
}

static void lines_are_not_indented(void **state)
{
    (void)state;
    assert_put(STM_LIT("    a\n\t  b\n  - c"), STM_MARKDOWN_LINE,
               "a\nb\n\\- c");
}

static void number_signs_do_not_end_a_heading(void **state)
{
    (void)state;
    assert_put(STM_LIT("C# ##"), STM_MARKDOWN_INSIDE, "C# \\##");
    assert_put(STM_LIT("#"), STM_MARKDOWN_INSIDE, "\\#");
    assert_put(STM_LIT("a # b"), STM_MARKDOWN_INSIDE, "a # b");
}

static void control_characters_are_left_out(void **state)
{
    (void)state;
    assert_put(STM_LIT("a\x1b*b\x07\r\nc"), STM_MARKDOWN_LINE, "a\\*b\nc");
}

static void the_end_of_a_text_is_no_reason_to_read_on(void **state)
{
    (void)state;
    assert_put(STM_LIT(""), STM_MARKDOWN_LINE, "");
    assert_put(STM_LIT("  "), STM_MARKDOWN_LINE, "");
    assert_put(STM_LIT("12"), STM_MARKDOWN_LINE, "12");
    assert_put(STM_LIT("a\n"), STM_MARKDOWN_LINE, "a\n");
    assert_put(STM_LIT("a_"), STM_MARKDOWN_LINE, "a\\_");
}

static void a_fence_is_longer_than_what_stands_in_it(void **state)
{
    (void)state;
    assert_int_equal(stm_markdown__fence(STM_LIT("a `b`")), 3);
    assert_int_equal(stm_markdown__fence(STM_LIT("```` and ``")), 5);
    assert_int_equal(stm_markdown__fence(STM_LIT("")), 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markup_inside_a_line_is_escaped),
        cmocka_unit_test(a_bar_is_markup_in_a_table_and_at_the_start_of_a_line),
        cmocka_unit_test(underscores_inside_words_stay),
        cmocka_unit_test(references_are_escaped_and_ampersands_are_not),
        cmocka_unit_test(markup_at_the_start_of_a_line_is_escaped),
        cmocka_unit_test(lines_are_not_indented),
        cmocka_unit_test(number_signs_do_not_end_a_heading),
        cmocka_unit_test(control_characters_are_left_out),
        cmocka_unit_test(the_end_of_a_text_is_no_reason_to_read_on),
        cmocka_unit_test(a_fence_is_longer_than_what_stands_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
