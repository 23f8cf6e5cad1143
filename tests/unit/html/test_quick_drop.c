#include "page.h"

static void elements_without_text_part_no_word(void **state)
{
    (void)state;
    page p = PAGE("<p>a<img src=b>c<input>d<script>'e'</script>f"
                  "<style>g{}</style>h<link rel=icon>i<source>j</p>");
    assert_text(&p, "acdfhij");
    close_page(&p);
}

static const stm_fact *first(const page *p, stm_fact_kind kind)
{
    for (size_t i = 0; i < p->html->fact_count; i++)
        if (p->html->facts[i].kind == kind)
            return &p->html->facts[i];
    return NULL;
}

static void facts_in_their_attributes_stay(void **state)
{
    (void)state;
    page p = PAGE("<head><link rel=' Canonical' href=https://a.example/b>"
                  "<script type=application/ld+json>{\"@type\":\"Article\","
                  "\"headline\":\"A tide\"}</script></head><p>text"
                  "<img itemprop=author content='Ada Quill'>");
    assert_non_null(first(&p, STM_FACT_CANONICAL));
    assert_non_null(first(&p, STM_FACT_TITLE));
    assert_non_null(first(&p, STM_FACT_AUTHOR));
    close_page(&p);
}

/* The list of choices that is open ends before a field. */
static void a_field_ends_a_list_of_choices(void **state)
{
    (void)state;
    page p = PAGE("<p>one<select><option>no<input><b>two</b></select>");
    assert_text(&p, "onetwo");
    close_page(&p);
}

/* Blanks at the end of a text begin no line, those before a word do. */
static void text_as_it_is_stays_in_two(void **state)
{
    (void)state;
    page p = PAGE("<pre>one\n  <img src=a>two</pre>");
    assert_text(&p, "one\ntwo");
    close_page(&p);
    p = PAGE("<pre>one\n  two</pre>");
    assert_text(&p, "one\n  two");
    close_page(&p);
}

static void what_does_not_end_reaches_to_the_end(void **state)
{
    (void)state;
    page p = PAGE("<p>one<img src='two><p>three");
    assert_text(&p, "one");
    close_page(&p);
    p = PAGE("<p>one<style>two<p>three</styl>");
    assert_text(&p, "one");
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_without_text_part_no_word),
        cmocka_unit_test(facts_in_their_attributes_stay),
        cmocka_unit_test(a_field_ends_a_list_of_choices),
        cmocka_unit_test(text_as_it_is_stays_in_two),
        cmocka_unit_test(what_does_not_end_reaches_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
