#include "page.h"

#include "html/lines_plain.h"

static void blanks_are_folded_and_blocks_stand_apart(void **state)
{
    (void)state;
    page p = PAGE("<p> The  ferry\n\tleft </p><p>at&nbsp; noon.</p>");
    assert_text(&p, "The ferry left\n\nat noon.");
    assert_int_equal(p.html->block_count, 2);
    close_page(&p);
}

static void inline_elements_do_not_break_words(void **state)
{
    (void)state;
    page p = PAGE("<p>un<b>bro</b>ken <i>line</i>.</p>");
    assert_text(&p, "unbroken line.");
    close_page(&p);
}

static void a_break_and_an_item_are_single_lines(void **state)
{
    (void)state;
    page p = PAGE("<p>one<br>two</p><ul><li>three<li>four</ul>");
    assert_text(&p, "one\ntwo\n\nthree\nfour");
    close_page(&p);
}

static void short_cells_share_a_line(void **state)
{
    (void)state;
    page p = PAGE("<table><tr><td>tea<td><td>2.40<tr><td>milk<td>.90</table>");
    assert_text(&p, "tea | 2.40\nmilk | .90");
    assert_int_equal(block_of(&p, "milk | .90")->kind, STM_BLOCK_CELL);
    close_page(&p);
}

static void a_long_cell_ends_its_line(void **state)
{
    (void)state;
    page p = PAGE("<table><tr><td>The harbour master wrote that no ship would "
                  "leave before Monday.<td>next</table>");
    assert_text(&p, "The harbour master wrote that no ship would leave before "
                    "Monday.\nnext");
    close_page(&p);
}

static void a_letter_behind_a_table_is_kept(void **state)
{
    (void)state;
    page p = PAGE("<table><tr><td>tea<td>2.40</table><p>x</p><p>y</p>");
    assert_text(&p, "tea | 2.40\n\nx\n\ny");
    close_page(&p);
}

static void code_keeps_its_lines_and_blanks(void **state)
{
    (void)state;
    page p = PAGE("<pre>if (x)\n    y  = 1;\n\nz();</pre>");
    assert_text(&p, "if (x)\n    y  = 1;\n\nz();");
    assert_int_equal(block_of(&p, "y  = 1;")->kind, STM_BLOCK_CODE);
    close_page(&p);
}

/* Few kinds of bytes, so that all of their neighbours come. */
static void plain_text_is_found_alike(void **state)
{
    (void)state;
    static const char bytes[] = "aaaaaaaabcdefgh         \n\x01\xc2\xa0\xe9";
    uint32_t seed = 5;
    for (unsigned round = 0; round < 20000; round++) {
        char text[70];
        size_t n = 1 + round % sizeof text;
        uint32_t letters = 0, all = 0;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525 + 1013904223;
            text[i] = bytes[(seed >> 16) % (sizeof bytes - 1)];
        }
        const char *most = stm_html__plain_scalar(text, text + n, &letters);
        letters = 0;
        const char *to = stm_html__plain(text, text + n, &letters);
        assert_true(to <= most && most - to <= 16);
        for (const char *p = text; p < to; p++)
            all += *p != ' ';
        assert_int_equal(letters, all);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_is_found_alike),
        cmocka_unit_test(blanks_are_folded_and_blocks_stand_apart),
        cmocka_unit_test(inline_elements_do_not_break_words),
        cmocka_unit_test(a_break_and_an_item_are_single_lines),
        cmocka_unit_test(short_cells_share_a_line),
        cmocka_unit_test(a_long_cell_ends_its_line),
        cmocka_unit_test(a_letter_behind_a_table_is_kept),
        cmocka_unit_test(code_keeps_its_lines_and_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
