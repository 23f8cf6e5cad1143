#include "page.h"

static void blanks_between_words_stay(void **state)
{
    (void)state;
    page p = PAGE("<p><span>one</span> <span>two</span>\n<b>three</b> "
                  "<a href=a>four</a></p>");
    assert_text(&p, "one two three four");
    close_page(&p);
}

static void blanks_at_the_ends_of_lines_go(void **state)
{
    (void)state;
    page p = PAGE("<div> <span>one</span> </div> <ul> <li> <i>two</i> </li> "
                  "</ul>");
    assert_text(&p, "one\n\ntwo");
    close_page(&p);
}

/* None of these tags ends the line that the blank is in. */
static void blanks_before_tags_that_do_nothing_stay(void **state)
{
    (void)state;
    page p = PAGE("one </div>two </body>three <tr>four <caption>five");
    assert_text(&p, "one two three four five");
    close_page(&p);
}

/* Misplaced text goes before the table, behind the blank. */
static void a_blank_before_a_table_stays(void **state)
{
    (void)state;
    page p = PAGE("one <table>two</table>");
    assert_text(&p, "one two");
    close_page(&p);
}

static void blanks_of_text_as_it_is_stay(void **state)
{
    (void)state;
    page p = PAGE("<pre>one  <b>two</b>   <i>three</i></pre>");
    assert_text(&p, "one  two   three");
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_between_words_stay),
        cmocka_unit_test(blanks_at_the_ends_of_lines_go),
        cmocka_unit_test(blanks_before_tags_that_do_nothing_stay),
        cmocka_unit_test(a_blank_before_a_table_stays),
        cmocka_unit_test(blanks_of_text_as_it_is_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
