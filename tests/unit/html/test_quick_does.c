#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "html/quick_does.h"

static unsigned does(lxb_tag_id_t tag)
{
    static stm_html__quick q;
    stm_html__quick_does(&q);
    return q.does[tag];
}

static void containers_end_lines_and_have_labels(void **state)
{
    (void)state;
    assert_int_equal(does(LXB_TAG_ARTICLE),
                     STM_QUICK_ENDS_LINE | STM_QUICK_OPENS | STM_QUICK_CLOSES |
                         STM_QUICK_LABELLED | STM_QUICK_POPS | STM_QUICK_PARTS);
    assert_int_equal(does(LXB_TAG_SPAN), STM_QUICK_LABELLED | STM_QUICK_NO_SVG |
                                             STM_QUICK_POPS | STM_QUICK_INLINE);
    assert_true(does(LXB_TAG_PRE) & STM_QUICK_AS_IS);
}

/* What the tree makes a second time, or adds to later, keeps attributes. */
static void formatting_elements_and_the_page_have_none(void **state)
{
    (void)state;
    static const lxb_tag_id_t tags[] = {LXB_TAG_A,    LXB_TAG_B,
                                        LXB_TAG_FONT, LXB_TAG_NOBR,
                                        LXB_TAG_HTML, LXB_TAG_BODY};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        assert_false(does(tags[i]) & STM_QUICK_LABELLED);
    for (lxb_tag_id_t tag = 0; tag < LXB_TAG__LAST_ENTRY; tag++)
        assert_false(stm_html__keeps_all(tag) &&
                     (does(tag) & STM_QUICK_LABELLED));
}

static void tags_that_may_be_ignored_are_not_sure(void **state)
{
    (void)state;
    static const lxb_tag_id_t tags[] = {LXB_TAG_FORM, LXB_TAG_TABLE, LXB_TAG_TR,
                                        LXB_TAG_BODY};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        assert_false(does(tags[i]) & (STM_QUICK_OPENS | STM_QUICK_CLOSES));
}

static void elements_of_html_are_no_part_of_a_drawing(void **state)
{
    (void)state;
    assert_true(does(LXB_TAG_DIV) & STM_QUICK_NO_SVG);
    assert_true(does(LXB_TAG_FOREIGNOBJECT) & STM_QUICK_NO_SVG);
    assert_false(does(LXB_TAG_PATH) & STM_QUICK_NO_SVG);
    assert_false(does(LXB_TAG_SVG) & STM_QUICK_NO_SVG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(containers_end_lines_and_have_labels),
        cmocka_unit_test(formatting_elements_and_the_page_have_none),
        cmocka_unit_test(tags_that_may_be_ignored_are_not_sure),
        cmocka_unit_test(elements_of_html_are_no_part_of_a_drawing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
