#include "facts_of.h"

#define LD(json) "<script type=application/ld+json>" json "</script><p>x"

static void an_article_gives_its_facts(void **state)
{
    (void)state;
    facts_of f = read_facts(LD(
        "{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\","
        "\"headline\":\"A bridge reopens\",\"datePublished\":\"2024-05-16\","
        "\"dateModified\":\"2024-05-17\",\"inLanguage\":\"en\","
        "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Reed\"},"
        "{\"@type\":\"Person\",\"name\":\"Bo Lind\"}],"
        "\"publisher\":{\"@type\":\"Organization\",\"name\":\"Valley Post\"},"
        "\"url\":\"https://valley.example/bridge\"}"));
    assert_fact(&f, STM_FACT_TITLE, STM_ORIGIN_JSONLD, 0, "A bridge reopens");
    assert_fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_JSONLD, 0, "2024-05-16");
    assert_fact(&f, STM_FACT_UPDATED, STM_ORIGIN_JSONLD, 0, "2024-05-17");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0, "Ann Reed");
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 1, "Bo Lind");
    assert_fact(&f, STM_FACT_SITE, STM_ORIGIN_JSONLD, 0, "Valley Post");
    assert_fact(&f, STM_FACT_CANONICAL, STM_ORIGIN_JSONLD, 0,
                "https://valley.example/bridge");
    assert_int_equal(fact(&f, STM_FACT_TITLE, STM_ORIGIN_JSONLD, 0)->rank, 0);
    drop_facts(&f);
}

static void authors_are_names_lists_or_references(void **state)
{
    (void)state;
    facts_of f = read_facts(
        LD("{\"@graph\":[{\"@type\":\"Article\",\"headline\":\"H\","
           "\"author\":{\"@id\":\"#ann\"}},"
           "{\"@type\":\"Person\",\"@id\":\"#ann\",\"name\":\"Ann Reed\"}]}"));
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0, "Ann Reed");
    assert_null(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 1));
    drop_facts(&f);
    f = read_facts(LD("{\"@type\":[\"Thing\",\"BlogPosting\"],\"author\":"
                      "{\"name\":[\"Ann Reed\",\"Bo Lind\"]}}"));
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 1, "Bo Lind");
    drop_facts(&f);
    f = read_facts(LD("{\"@type\":\"Article\",\"author\":\"Ann Reed\"}"));
    assert_fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0, "Ann Reed");
    drop_facts(&f);
}

static void an_organisation_ranks_behind_a_person(void **state)
{
    (void)state;
    facts_of f = read_facts(
        LD("{\"@type\":\"Article\",\"author\":[{\"@type\":\"Organization\","
           "\"name\":\"Valley Post\"},{\"@type\":\"Person\",\"name\":\"Ann "
           "Reed\"}]}"));
    assert_true(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0)->rank >
                fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 1)->rank);
    drop_facts(&f);
}

static const char two_articles[] =
    "<title>A bridge reopens - Valley Post</title>"
    "<script type='application/ld+json'>"
    "[{\"@type\":\"Article\",\"headline\":\"Floods in the north\","
    "\"datePublished\":\"2024-05-01\"},"
    "{\"@type\":\"Article\",\"headline\":\"A bridge reopens\","
    "\"datePublished\":\"2024-05-16\"}]</script>"
    "<h2 class=title>Floods in the north</h2><p>x";

static void the_article_of_the_page_ranks_before_others(void **state)
{
    (void)state;
    facts_of f = read_facts(two_articles);
    const stm_fact *other = fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_JSONLD, 0);
    const stm_fact *own = fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_JSONLD, 1);
    assert_int_equal(own->rank, 0);
    assert_true(other->rank > 8);
    drop_facts(&f);
}

static void teasers_and_unknown_types_are_told_apart(void **state)
{
    (void)state;
    facts_of f = read_facts(LD(
        "{\"@type\":\"WebSite\",\"name\":\"Valley Post\","
        "\"datePublished\":\"2001-01-01\"} "
        "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"Article\","
        "\"headline\":\"Teaser\"}]} {\"@type\":\"BreadcrumbList\","
        "\"name\":\"Crumbs\"} {\"@type\":\"Comment\",\"author\":\"Reader\"}"));
    assert_fact(&f, STM_FACT_SITE, STM_ORIGIN_JSONLD, 0, "Valley Post");
    assert_true(fact(&f, STM_FACT_TITLE, STM_ORIGIN_JSONLD, 0)->rank >= 40);
    assert_null(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0));
    assert_null(fact(&f, STM_FACT_PUBLISHED, STM_ORIGIN_JSONLD, 0));
    drop_facts(&f);
}

static void many_references_end_within_a_limit(void **state)
{
    (void)state;
    enum { MANY = 8000 };
    static const char one[] = "{\"@type\":\"Article\",\"author\":{\"@id\":"
                              "\"#nobody\"}},";
    static const char head[] = "<script type='application/ld+json'>[";
    size_t n = sizeof one - 1, len = sizeof head - 1;
    char *page = malloc(len + MANY * n + 1);
    assert_non_null(page);
    memcpy(page, head, len);
    for (int i = 0; i < MANY; i++, len += n)
        memcpy(page + len, one, n);
    facts_of f = read_bytes(page, len);
    assert_null(fact(&f, STM_FACT_AUTHOR, STM_ORIGIN_JSONLD, 0));
    drop_facts(&f);
    free(page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_article_gives_its_facts),
        cmocka_unit_test(authors_are_names_lists_or_references),
        cmocka_unit_test(an_organisation_ranks_behind_a_person),
        cmocka_unit_test(the_article_of_the_page_ranks_before_others),
        cmocka_unit_test(teasers_and_unknown_types_are_told_apart),
        cmocka_unit_test(many_references_end_within_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
