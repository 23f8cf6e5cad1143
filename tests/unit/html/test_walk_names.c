#include "page.h"

static const unsigned wanted[] = {STM_HINT_COMMENTS, STM_HINT_AUTHOR};

static bool has(const stm_block *b, unsigned which)
{
    return b->hints >> wanted[which] & 1;
}

static void names_are_read_from_labels_and_from_attributes(void **state)
{
    (void)state;
    page p = PAGE("<div class=comments>one</div><p id='comments'>two</p>"
                  "<div class='comments&amp;c'>three</div>"
                  "<a class=comments>four</a>");
    assert_true(has(block_of(&p, "one"), 0));
    assert_true(has(block_of(&p, "two"), 0));
    assert_true(has(block_of(&p, "three"), 0));
    assert_true(has(block_of(&p, "four"), 0));
    close_page(&p);
}

static void of_two_classes_the_first_counts(void **state)
{
    (void)state;
    page p = PAGE("<div class=comments class=author>one</div>"
                  "<div class=x class='author&amp;b'>two</div>");
    assert_true(has(block_of(&p, "one"), 0));
    assert_false(has(block_of(&p, "one"), 1));
    assert_false(has(block_of(&p, "two"), 1));
    close_page(&p);
}

static void hidden_elements_are_told(void **state)
{
    (void)state;
    page p = PAGE("<div style='color: red; display : none'>one</div>"
                  "<div hidden>two</div><div aria-hidden=true>three</div>"
                  "<div aria-hidden=false style='display:block'>four</div>");
    assert_true(block_of(&p, "one")->inside & STM_INSIDE_HIDDEN);
    assert_true(block_of(&p, "two")->inside & STM_INSIDE_HIDDEN);
    assert_true(block_of(&p, "three")->inside & STM_INSIDE_HIDDEN);
    assert_false(block_of(&p, "four")->inside & STM_INSIDE_HIDDEN);
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_read_from_labels_and_from_attributes),
        cmocka_unit_test(of_two_classes_the_first_counts),
        cmocka_unit_test(hidden_elements_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
