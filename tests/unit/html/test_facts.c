#include "facts_of.h"

#include <stdio.h>

static void the_title_and_the_language_are_read(void **state)
{
    (void)state;
    facts_of f = read_facts("<html lang=de-AT><title> Ein\n Titel &amp; mehr "
                            "</title><p>Text");
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_TITLE, 0, "Ein Titel & mehr");
    assert_fact(&f, STM_FACT_LANGUAGE, STM_ORIGIN_LANG, 0, "de-AT");
    drop_facts(&f);
}

static void the_title_of_a_drawing_is_none(void **state)
{
    (void)state;
    facts_of f = read_facts("<title>Page</title><p>x<svg><title>Icon</title>"
                            "</svg>");
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_TITLE, 0, "Page");
    assert_null(fact(&f, STM_FACT_TITLE, STM_ORIGIN_TITLE, 1));
    drop_facts(&f);
}

static void a_page_without_facts_has_none(void **state)
{
    (void)state;
    facts_of f = read_facts("<p>Nothing is said here.");
    assert_int_equal(f.html->fact_count, 0);
    drop_facts(&f);
}

static void facts_are_bounded_in_number_and_length(void **state)
{
    (void)state;
    enum { MANY = 20000, LONG = 5000 };
    static const char meta[] = "<meta name=author content='A B'>";
    size_t n = sizeof meta - 1, len = 0;
    char *page = malloc(MANY * n + LONG + 100);
    assert_non_null(page);
    len += (size_t)snprintf(page, 100, "<meta property=og:title content='");
    memset(page + len, 'x', LONG);
    len += LONG;
    len += (size_t)snprintf(page + len, 100, "'>");
    for (int i = 0; i < MANY; i++, len += n)
        memcpy(page + len, meta, n);
    facts_of f = read_bytes(page, len);
    assert_true(f.html->fact_count > 0 && f.html->fact_count <= 64);
    assert_null(fact(&f, STM_FACT_TITLE, STM_ORIGIN_OPENGRAPH, 0));
    drop_facts(&f);
    free(page);
}

static void a_reader_forgets_the_page_before(void **state)
{
    (void)state;
    facts_of f = read_facts("<meta name=author content='Ann Reed'>"
                            "<p itemprop=author>Ann Reed</p>");
    stm_html *second;
    stm_capture *c;
    stm_capture__about about = {.source = STM_LIT("b.html")};
    stm_bytes markup = {malloc(8), 8};
    assert_non_null(markup.ptr);
    memcpy(markup.ptr, "<p>Hello", 8);
    assert_int_equal(stm_capture__new_page(&c, &about, markup, NULL), STM_OK);
    assert_int_equal(stm_html_read(&second, f.reader, c, NULL), STM_OK);
    assert_int_equal(second->fact_count, 0);
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_META, 0, "Ann Reed");
    stm_html_free(second);
    stm_capture_free(c);
    drop_facts(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_title_and_the_language_are_read),
        cmocka_unit_test(the_title_of_a_drawing_is_none),
        cmocka_unit_test(a_page_without_facts_has_none),
        cmocka_unit_test(facts_are_bounded_in_number_and_length),
        cmocka_unit_test(a_reader_forgets_the_page_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
