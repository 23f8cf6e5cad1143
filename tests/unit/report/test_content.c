#include "report/content.h"

#include <stdio.h>

#include "document.h"

/* The paragraphs with what parts them: "|" between paragraphs, "/" where only a
 * line end does, "~" where one goes on. */
static void assert_paragraphs(const made *m, const char *expected)
{
    char got[256] = "";
    size_t len = 0;
    stm_content walk;
    stm_paragraph p;
    stm_content__start(&walk, &m->document);
    while (stm_content__next(&walk, &p)) {
        const char *sign = p.continues ? "~" : p.close ? "/" : "|";
        len += (size_t)snprintf(got + len, sizeof got - len, "%s%.*s",
                                len ? sign : "", (int)(p.at.end - p.at.start),
                                m->capture.text.ptr + p.at.start);
    }
    assert_string_equal(got, expected);
}

static void plain_text_parts_at_blank_lines(void **state)
{
    made m;
    (void)state;
    make_text(&m, "\n one\ntwo \n \t\n three\n\n\nfour\n");
    assert_paragraphs(&m, "one\ntwo|three|four");
}

static void a_line_that_nobody_has_wrapped_is_a_paragraph(void **state)
{
    char text[300], expected[300];
    made m;
    (void)state;
    snprintf(text, sizeof text, "%0120d\nshort\nshorter", 7);
    snprintf(expected, sizeof expected, "%0120d|short\nshorter", 7);
    make_text(&m, text);
    assert_paragraphs(&m, expected);
}

static void what_was_cut_out_of_a_line_does_not_part_it(void **state)
{
    made m;
    (void)state;
    make_text(&m, "one ADVERT two\nMENU\nthree");
    m.content[0] = (stm_range){0, 4};
    m.content[1] = (stm_range){10, 15};
    m.content[2] = (stm_range){20, 25};
    m.page.content_count = 3;
    assert_paragraphs(&m, "one~two|three");
}

static void blocks_of_a_page_are_its_paragraphs(void **state)
{
    made m;
    (void)state;
    make_page(&m, "Head\n\none\ntwo\n\nthree", "hppp");
    assert_paragraphs(&m, "Head|one/two|three");
}

static void only_content_is_walked(void **state)
{
    made m;
    (void)state;
    make_page(&m, "MENU\n\none ADVERT two\nMORE\nthree", "pppp");
    m.content[0] = (stm_range){6, 10};
    m.content[1] = (stm_range){16, 20};
    m.content[2] = (stm_range){26, 31};
    m.page.content_count = 3;
    assert_paragraphs(&m, "one~two|three");
}

static void a_page_without_content_has_no_paragraphs(void **state)
{
    made m;
    (void)state;
    make_page(&m, "MENU\n\nHOME", "pp");
    m.page.content_count = 0;
    assert_paragraphs(&m, "");
    make_text(&m, "");
    assert_paragraphs(&m, "");
    make_text(&m, " \n\n ");
    assert_paragraphs(&m, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_text_parts_at_blank_lines),
        cmocka_unit_test(a_line_that_nobody_has_wrapped_is_a_paragraph),
        cmocka_unit_test(what_was_cut_out_of_a_line_does_not_part_it),
        cmocka_unit_test(blocks_of_a_page_are_its_paragraphs),
        cmocka_unit_test(only_content_is_walked),
        cmocka_unit_test(a_page_without_content_has_no_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
