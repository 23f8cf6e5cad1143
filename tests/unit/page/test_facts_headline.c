#include "said.h"

#include <stdio.h>

#include "page/facts_headline.h"

static void the_site_is_no_part_of_the_headline(void **state)
{
    (void)state;
    static const char *const titles[] = {
        "A bridge reopens | Valley Post",
        "A bridge reopens - News - Valley Post",
        "Valley Post: A bridge reopens",
        "A bridge reopens \u2013 Valley Post",
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        char page[2000];
        snprintf(page, sizeof page,
                 "<title>%s</title><meta property=og:site_name content='Valley "
                 "Post'><h1>A bridge reopens</h1>%s",
                 titles[i], SAID_TEXT);
        said s = read_markup(page);
        assert_str(s.page->title, "A bridge reopens");
        drop_said(&s);
    }
}

static void a_first_heading_with_the_site_is_passed_over(void **state)
{
    (void)state;
    said s =
        read_markup("<title>A bridge reopens | Valley Post</title>"
                    "<meta property=og:title content='A bridge reopens'>"
                    "<meta property=og:site_name content='Valley Post'>"
                    "<header><h1>Valley Post</h1></header>"
                    "<h2 class=entry-title>A bridge reopens</h2>" SAID_TEXT);
    assert_str(s.page->title, "A bridge reopens");
    drop_said(&s);
}

static void a_page_with_one_title_has_that(void **state)
{
    (void)state;
    said s = read_markup("<title>A bridge reopens</title>" SAID_TEXT);
    assert_str(s.page->title, "A bridge reopens");
    drop_said(&s);
}

static void another_headline_is_shown_as_doubted(void **state)
{
    (void)state;
    said s = read_markup(
        "<title>Boats are sold - Valley Post</title>"
        "<meta property=og:title content='Boats are sold'>"
        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":"
        "\"Boats are sold\"}</script>"
        "<h1>A bridge reopens over the river</h1>" SAID_TEXT);
    const char *other = s.page->title.len == strlen("Boats are sold")
                            ? "A bridge reopens over the river"
                            : "Boats are sold";
    assert_true(is_doubted(&s, STM_FACT_TITLE, other));
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_site_is_no_part_of_the_headline),
        cmocka_unit_test(a_first_heading_with_the_site_is_passed_over),
        cmocka_unit_test(a_page_with_one_title_has_that),
        cmocka_unit_test(another_headline_is_shown_as_doubted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
