#include "document.h"

static void assert_markdown(const made *m, const char *expected)
{
    assert_written(stm_report_document_markdown, m, expected);
}

static void the_title_stands_above_if_the_content_has_it_not(void **state)
{
    made m;
    (void)state;
    make_text(&m, "One.\n\nTwo.\n");
    m.page.title = STM_LIT("A *title*");
    assert_markdown(&m, "# A \\*title\\*\n\nOne.\n\nTwo.\n");
    m.page.title = STM_LIT("One.");
    assert_markdown(&m, "# One.\n\nTwo.\n");
}

static void authors_and_date_stand_under_the_title(void **state)
{
    stm_str authors[] = {STM_LIT("Ada Quill"), STM_LIT("Ben_ Orr")};
    made m;
    (void)state;
    make_text(&m, "One.\n");
    m.page.title = STM_LIT("Title");
    m.page.authors = authors;
    m.page.author_count = 2;
    m.page.published.year = 2031;
    m.page.published.month = 3;
    assert_markdown(&m, "# Title\n\n*Ada Quill, Ben\\_ Orr \xc2\xb7 2031-03*"
                        "\n\nOne.\n");
    make_page(&m, "Title\n\nOne.", "h1p");
    m.page.title = STM_LIT("Title");
    m.page.authors = authors;
    m.page.author_count = 1;
    assert_markdown(&m, "# Title\n\n*Ada Quill*\n\nOne.\n");
    make_page(&m, "Kicker\n\nTitle\n\nOne.", "ph1p");
    m.page.title = STM_LIT("Title");
    m.page.authors = authors;
    m.page.author_count = 1;
    assert_markdown(&m, "*Ada Quill*\n\nKicker\n\n# Title\n\nOne.\n");
}

static void several_documents_are_parted_and_named(void **state)
{
    made m;
    (void)state;
    make_text(&m, "One.\n");
    m.document.alone = false;
    assert_markdown(&m, "*`a.txt`*\n\nOne.\n");
    m.document.id = 1;
    m.capture.record = STM_LIT("x`y");
    assert_markdown(&m, "\n---\n\n*`a.txt` \xc2\xb7 ``` x`y ```*\n\nOne.\n");
}

static void headings_have_their_level(void **state)
{
    made m;
    (void)state;
    make_page(&m, "A\n\n2. B\n\n2. text\n\nC", "h1h3ph");
    assert_markdown(&m, "# A\n\n### 2. B\n\n2\\. text\n\n# C\n");
}

static void lists_are_nested_as_far_as_they_were_opened(void **state)
{
    made m;
    (void)state;
    make_page(&m, "a\nb\nc\n\ntext\n\nd\ne", "i1i2i1pi3i3");
    assert_markdown(&m, "- a\n    - b\n- c\n\ntext\n\n- d\n    - e\n");
}

static void numbered_items_count_by_level(void **state)
{
    made m;
    (void)state;
    make_page(&m, "a\nb\nc\nd\ne\nf", "o1o1i2o1o2o2");
    assert_markdown(&m, "1. a\n2. b\n    - c\n3. d\n    1. e\n    2. f\n");
}

static void quotations_keep_their_bar_between_paragraphs(void **state)
{
    made m;
    (void)state;
    make_page(&m, "a\n\nb\n\nc", "qqp");
    assert_markdown(&m, "> a\n>\n> b\n\nc\n");
}

static void code_stands_in_a_fence_with_its_blanks(void **state)
{
    made m;
    (void)state;
    make_page(&m, "if a:\n    *b*\n\n``` c\n\nend", "kkkp");
    assert_markdown(&m, "````\nif a:\n    *b*\n\n``` c\n````\n\nend\n");
}

static void rows_become_a_table_with_a_head(void **state)
{
    made m;
    (void)state;
    make_page(&m, "Name | Age\nAda | 36 | *\nBen\n\nend", "cccp");
    assert_markdown(&m, "| Name | Age | |\n| --- | --- | --- |\n"
                        "| Ada | 36 | \\* |\n| Ben | | |\n\nend\n");
}

static void a_table_of_one_column_is_none(void **state)
{
    made m;
    (void)state;
    make_page(&m, "one\ntwo", "cc");
    assert_markdown(&m, "one\n\ntwo\n");
}

static void a_line_break_stays_one(void **state)
{
    made m;
    (void)state;
    make_page(&m, "12 Quay Road\nOsterleigh\n\nend", "ppp");
    assert_markdown(&m, "12 Quay Road\\\nOsterleigh\n\nend\n");
}

static void what_was_cut_out_of_a_block_does_not_part_it(void **state)
{
    made m;
    (void)state;
    make_page(&m, "one ADVERT two", "p");
    m.content[0] = (stm_range){0, 4};
    m.content[1] = (stm_range){11, 14};
    m.page.content_count = 2;
    assert_markdown(&m, "one two\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_stands_above_if_the_content_has_it_not),
        cmocka_unit_test(authors_and_date_stand_under_the_title),
        cmocka_unit_test(several_documents_are_parted_and_named),
        cmocka_unit_test(headings_have_their_level),
        cmocka_unit_test(lists_are_nested_as_far_as_they_were_opened),
        cmocka_unit_test(numbered_items_count_by_level),
        cmocka_unit_test(quotations_keep_their_bar_between_paragraphs),
        cmocka_unit_test(code_stands_in_a_fence_with_its_blanks),
        cmocka_unit_test(rows_become_a_table_with_a_head),
        cmocka_unit_test(a_table_of_one_column_is_none),
        cmocka_unit_test(a_line_break_stays_one),
        cmocka_unit_test(what_was_cut_out_of_a_block_does_not_part_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
