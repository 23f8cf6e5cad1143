#include "facts_of.h"

#include <stdio.h>

static void one_row_stands_for_many_spellings(void **state)
{
    (void)state;
    static const char *const names[] = {
        "article:published_time", "article.published_time",
        "Article-Published-Time", "og:article:published_time"};
    char page[200];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(page, sizeof page,
                 "<meta property='%s' content=2024-05-16><p>x", names[i]);
        facts_of f = read_facts(page);
        assert_int_equal(f.html->fact_count, 1);
        assert_int_equal(f.html->facts[0].kind, STM_FACT_PUBLISHED);
        drop_facts(&f);
    }
}

static void every_kind_has_its_names(void **state)
{
    (void)state;
    facts_of f = read_facts(
        "<meta name=author content='Ann Reed'>"
        "<meta property=og:title content='A bridge reopens'>"
        "<meta property=og:site_name content='The Valley Post'>"
        "<meta property=og:url content='https://valley.example/bridge'>"
        "<meta property=og:locale content=en_GB>"
        "<meta http-equiv=content-language content=en>"
        "<meta http-equiv=last-modified content='Thu, 16 May 2024 10:00:00 "
        "GMT'>"
        "<meta name=date content=2024-05-15><p>x");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_META, 0, "Ann Reed");
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_OPENGRAPH, 0,
                "A bridge reopens");
    assert_fact(&f, STM_FACT_SITE, STM_ORIGIN_OPENGRAPH, 0, "The Valley Post");
    assert_fact(&f, STM_FACT_CANONICAL, STM_ORIGIN_OPENGRAPH, 0,
                "https://valley.example/bridge");
    assert_fact(&f, STM_FACT_LANGUAGE, STM_ORIGIN_OPENGRAPH, 0, "en_GB");
    assert_fact(&f, STM_FACT_LANGUAGE, STM_ORIGIN_META, 0, "en");
    assert_fact(&f, STM_FACT_UPDATED, STM_ORIGIN_META, 0,
                "Thu, 16 May 2024 10:00:00 GMT");
    assert_fact(&f, STM_FACT_DATE, STM_ORIGIN_META, 0, "2024-05-15");
    drop_facts(&f);
}

static void a_label_says_that_an_author_follows(void **state)
{
    (void)state;
    facts_of f =
        read_facts("<meta name=twitter:label1 content='Verfasst von'>"
                   "<meta name=twitter:data1 content='Jana Holt'>"
                   "<meta name=twitter:label2 content='Lesezeit'>"
                   "<meta name=twitter:data2 content='3 Minuten'><p>x");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_META, 0, "Jana Holt");
    assert_int_equal(f.html->fact_count, 1);
    drop_facts(&f);
    f = read_facts("<meta name=twitter:label1 content='Price'>"
                   "<meta name=twitter:data1 content='12'><p>x");
    assert_int_equal(f.html->fact_count, 0);
    drop_facts(&f);
}

static void the_canonical_link_is_read_and_others_are_not(void **state)
{
    (void)state;
    facts_of f = read_facts("<link rel=stylesheet href=a.css>"
                            "<link rel=CANONICAL href='/bridge'><p>x");
    assert_fact(&f, STM_FACT_CANONICAL, STM_ORIGIN_LINK, 0, "/bridge");
    assert_int_equal(f.html->fact_count, 1);
    drop_facts(&f);
}

static void words_of_a_site_before_a_common_name_hide_no_day(void **state)
{
    (void)state;
    facts_of f =
        read_facts("<meta name=harbour-cms:published-date content=2024-05-16>"
                   "<meta name=harbour-cms:author content='Ann Reed'>"
                   "<meta name=harbour- content=x><p>x");
    assert_int_equal(f.html->fact_count, 1);
    assert_fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_META, 0, "2024-05-16");
    drop_facts(&f);
}

static void unknown_names_and_empty_values_are_nothing(void **state)
{
    (void)state;
    facts_of f = read_facts("<meta name=viewport content=width>"
                            "<meta name=author content=' '>"
                            "<meta name=author><meta content=x>"
                            "<meta name='' content=x><p>x");
    assert_int_equal(f.html->fact_count, 0);
    drop_facts(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_row_stands_for_many_spellings),
        cmocka_unit_test(every_kind_has_its_names),
        cmocka_unit_test(a_label_says_that_an_author_follows),
        cmocka_unit_test(the_canonical_link_is_read_and_others_are_not),
        cmocka_unit_test(words_of_a_site_before_a_common_name_hide_no_day),
        cmocka_unit_test(unknown_names_and_empty_values_are_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
