#include "facts_of.h"

static void microdata_is_read_with_its_scope(void **state)
{
    (void)state;
    facts_of f = read_facts(
        "<article itemscope itemtype='https://schema.org/NewsArticle'>"
        "<h2 itemprop=headline>A bridge reopens</h2>"
        "<span itemprop=author itemscope itemtype=Person>By "
        "<b itemprop=name>Ann Reed</b></span>"
        "<meta itemprop=datePublished content='2024-05-16T10:00:00Z'>"
        "<span itemprop=dateModified datetime=2024-05-17>yesterday</span>"
        "<div itemprop=publisher itemscope><b itemprop=name>Valley Post</b>"
        "</div></article>");
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_MICRODATA, 0,
                "A bridge reopens");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_MICRODATA, 0, "Ann Reed");
    assert_int_equal(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_MICRODATA, 0)->rank,
                     0);
    assert_fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_MICRODATA, 0,
                "2024-05-16T10:00:00Z");
    assert_fact(&f, STM_FACT_UPDATED, STM_ORIGIN_MICRODATA, 0, "2024-05-17");
    assert_fact(&f, STM_FACT_SITE, STM_ORIGIN_MICRODATA, 0, "Valley Post");
    drop_facts(&f);
}

static void a_time_gives_its_attribute_or_its_text(void **state)
{
    (void)state;
    facts_of f = read_facts(
        "<p>x <time datetime='2024-05-16T10:00+02:00'>Thursday</time> "
        "<time class=entry-date>17 May 2024</time> "
        "<time class=updated datetime=2024-05-18>a day ago</time>");
    assert_fact(&f, STM_FACT_DATE, STM_ORIGIN_TIME, 0,
                "2024-05-16T10:00+02:00");
    assert_fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_TIME, 0, "17 May 2024");
    assert_fact(&f, STM_FACT_UPDATED, STM_ORIGIN_TIME, 0, "2024-05-18");
    drop_facts(&f);
}

static void facts_of_the_text_know_their_place(void **state)
{
    (void)state;
    facts_of f = read_facts("<p>Before<h1>A bridge reopens</h1><p>Behind");
    const stm_fact *h = fact(&f, STM_FACT_TITLE, STM_ORIGIN_HEADING, 0);
    assert_non_null(h);
    stm_str there = stm_str_cut(f.capture->text, h->at);
    assert_true(stm_str_eq(there, h->value));
    drop_facts(&f);
}

static void first_headings_are_counted(void **state)
{
    (void)state;
    facts_of f = read_facts("<h1>Valley Post</h1><h1>A bridge reopens</h1>");
    assert_int_equal(fact(&f, STM_FACT_TITLE, STM_ORIGIN_HEADING, 0)->rank, 0);
    assert_int_equal(fact(&f, STM_FACT_TITLE, STM_ORIGIN_HEADING, 1)->rank, 1);
    drop_facts(&f);
}

static void links_to_persons_are_told_by_rel_and_address(void **state)
{
    (void)state;
    facts_of f = read_facts("<p><a href=/x rel=author>Ann Reed</a> "
                            "<a href=/author/bo/>Bo Lind</a> "
                            "<a href=/staff/cy>Cy Moss</a> "
                            "<a href=/authority/>No</a> <a href=/by>No</a>");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 0, "Ann Reed");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 1, "Bo Lind");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 2, "Cy Moss");
    assert_null(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 3));
    assert_int_equal(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 0)->rank, 0);
    assert_int_equal(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 1)->rank, 1);
    assert_int_equal(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_REL, 2)->rank, 2);
    drop_facts(&f);
}

static void telling_classes_give_authors_dates_and_titles(void **state)
{
    (void)state;
    facts_of f = read_facts("<h2 class=entry-title>A bridge reopens</h2>"
                            "<div class=byline>By Ann Reed</div>"
                            "<div class=post-date>16 May 2024</div>"
                            "<div class=sidebar>Nothing</div>");
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_CLASS, 0, "A bridge reopens");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_CLASS, 0, "By Ann Reed");
    assert_fact(&f, STM_FACT_DATE, STM_ORIGIN_CLASS, 0, "16 May 2024");
    drop_facts(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(microdata_is_read_with_its_scope),
        cmocka_unit_test(a_time_gives_its_attribute_or_its_text),
        cmocka_unit_test(facts_of_the_text_know_their_place),
        cmocka_unit_test(first_headings_are_counted),
        cmocka_unit_test(links_to_persons_are_told_by_rel_and_address),
        cmocka_unit_test(telling_classes_give_authors_dates_and_titles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
