#include "page.h"

static void a_block_ends_the_paragraph_before_it(void **state)
{
    (void)state;
    page p = PAGE("<p>one<div>two</div>three<p>four<ul><li>five<li>six</ul>");
    assert_text(&p, "one\n\ntwo\n\nthree\n\nfour\n\nfive\nsix");
    close_page(&p);
}

static void an_end_tag_of_another_element_closes_what_is_in_it(void **state)
{
    (void)state;
    page p = PAGE("<div><section>one<span>two</section>three</div>four");
    assert_text(&p, "onetwo\n\nthree\n\nfour");
    close_page(&p);
}

/* The second paragraph is in the link that the first left open. */
static void a_link_left_open_goes_on(void **state)
{
    (void)state;
    page p = PAGE("<p><a href=b>one</p><p>two</a>three</p>");
    assert_text(&p, "one\n\ntwothree");
    assert_int_equal(p.html->blocks[0].linked, 3);
    assert_int_equal(p.html->blocks[1].linked, 3);
    close_page(&p);
}

static void formatting_ends_where_it_is_closed(void **state)
{
    (void)state;
    page p = PAGE("<p><a href=b><b>one</a>two</b>three</p>");
    assert_text(&p, "onetwothree");
    assert_int_equal(p.html->blocks[0].linked, 3);
    close_page(&p);
}

/* So that the end tag of the block has none to close. */
static void an_item_ends_the_last_through_a_block(void **state)
{
    (void)state;
    page p = PAGE("<li>one<div><li>two</div>three");
    assert_text(&p, "one\n\ntwothree");
    close_page(&p);
}

static void a_link_ends_the_one_that_is_open(void **state)
{
    (void)state;
    page p = PAGE("<p><a href=b>one <a>two</a> three</p>");
    assert_text(&p, "one two three");
    assert_int_equal(p.html->blocks[0].linked, 3);
    close_page(&p);
}

static void text_on_both_sides_of_nothing_is_one(void **state)
{
    (void)state;
    page p = PAGE("<ul><li>one</b>two<!-- -->three<li><span>four</span></ul>");
    assert_text(&p, "onetwothree\nfour");
    close_page(&p);
}

static void what_a_template_holds_is_no_text(void **state)
{
    (void)state;
    page p = PAGE("<p>one</p><template><p>two</p>three</template>four");
    assert_text(&p, "one\n\nfour");
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_block_ends_the_paragraph_before_it),
        cmocka_unit_test(an_end_tag_of_another_element_closes_what_is_in_it),
        cmocka_unit_test(a_link_left_open_goes_on),
        cmocka_unit_test(formatting_ends_where_it_is_closed),
        cmocka_unit_test(a_link_ends_the_one_that_is_open),
        cmocka_unit_test(text_on_both_sides_of_nothing_is_one),
        cmocka_unit_test(what_a_template_holds_is_no_text),
        cmocka_unit_test(an_item_ends_the_last_through_a_block),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
