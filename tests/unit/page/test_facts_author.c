#include "said.h"

#include "page/facts_author.h"

static void several_authors_are_told_apart(void **state)
{
    (void)state;
    said s = read_markup("<meta name=author content='Ann Reed, Bo Lind'>"
                         "<h1>A bridge reopens</h1><p>By Ann Reed and Bo "
                         "Lind</p>" SAID_TEXT);
    assert_authors(&s, "Ann Reed, Bo Lind");
    drop_said(&s);
}

static void a_person_is_believed_before_the_site(void **state)
{
    (void)state;
    said s = read_markup(
        "<meta property=og:site_name content='Valley Post'>"
        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":"
        "\"A bridge reopens\",\"author\":{\"@type\":\"Organization\",\"name\":"
        "\"Valley Post\"}}</script><h1>A bridge reopens</h1>"
        "<p class=author>By <a rel=author href=/author/ann/>Ann "
        "Reed</a></p>" SAID_TEXT);
    assert_authors(&s, "Ann Reed");
    drop_said(&s);
}

static void a_surname_in_front_is_turned(void **state)
{
    (void)state;
    said s = read_markup("<meta name=citation_author content='Reed, Ann'>"
                         "<meta name=citation_author content='Lind, Bo'>"
                         "<h1>A bridge reopens</h1>" SAID_TEXT);
    assert_authors(&s, "Ann Reed, Bo Lind");
    drop_said(&s);
}

static void readers_who_comment_are_no_authors(void **state)
{
    (void)state;
    said s = read_markup("<h1>A bridge reopens</h1>" SAID_TEXT
                         "<section class=comments><div class=comment>"
                         "<b class=comment-author>Nightowl77</b><p>Good news "
                         "for all of us who live here.</p></div></section>");
    assert_authors(&s, "");
    drop_said(&s);
}

static void another_author_is_shown_as_doubted(void **state)
{
    (void)state;
    said s = read_markup(
        "<meta name=author content='Cy Moss'>"
        "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":"
        "\"A bridge reopens\",\"author\":{\"@type\":\"Person\",\"name\":"
        "\"Ann Reed\"}}</script><h1>A bridge reopens</h1>"
        "<p class=byline>By <a rel=author href=/author/ann/>Ann "
        "Reed</a></p>" SAID_TEXT);
    assert_authors(&s, "Ann Reed");
    assert_true(is_doubted(&s, STM_FACT_AUTHOR, "Cy Moss"));
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(several_authors_are_told_apart),
        cmocka_unit_test(a_person_is_believed_before_the_site),
        cmocka_unit_test(a_surname_in_front_is_turned),
        cmocka_unit_test(readers_who_comment_are_no_authors),
        cmocka_unit_test(another_author_is_shown_as_doubted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
