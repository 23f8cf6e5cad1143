#include "work.h"

#include "page/judge.h"

static const char page[] =
    "Skip to main content\nHome\nAbout us\n"
    "The old harbour bridge will stay closed until spring, the council said "
    "on Tuesday, after engineers had found cracks in two of its four piers.\n"
    "It was built in 1911, and nobody has looked at it since the war, as the "
    "minutes of the board show.\n"
    "Related articles\nBoats\nPrivacy policy\n© 2024 All rights reserved\n";

static void prose_scores_over_menus(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, page);
    assert_true(stm_page__judge(&t.work));
    const stm_segment *s = t.work.segments.items;
    for (uint32_t i = 0; i < t.work.segments.count; i++)
        if (i != 3 && i != 4)
            assert_true(s[i].score < s[3].score && s[i].score < s[4].score);
    drop_steps(&t);
}

static void choose(steps *t, const float *scores)
{
    take_steps(t, page);
    for (uint32_t i = 0; i < t->work.segments.count; i++)
        t->work.segments.items[i].score = scores[i];
    assert_true(stm_page__choose(&t->work));
}

static bool is_content(const steps *t, uint32_t i)
{
    return t->work.segments.items[i].kind == STM_KIND_CONTENT;
}

static void what_is_likely_is_chosen(void **state)
{
    (void)state;
    steps t;
    choose(&t, (float[]){-9, -9, -9, 9, 9, -9, -9, -9, -9});
    for (uint32_t i = 0; i < t.work.segments.count; i++)
        assert_int_equal(is_content(&t, i), i == 3 || i == 4);
    drop_steps(&t);
}

/* Where all is doubtful, what is least so makes the best of it. */
static void the_bar_falls_where_nothing_is_sure(void **state)
{
    (void)state;
    steps t;
    choose(&t, (float[]){-9, -9, -9, -1, -1, -9, -9, -9, -9});
    assert_true(is_content(&t, 3) && is_content(&t, 4));
    assert_false(is_content(&t, 0));
    drop_steps(&t);
}

static void a_line_that_is_sure_raises_it(void **state)
{
    (void)state;
    steps t;
    choose(&t, (float[]){-9, -9, -9, 9, -1, -9, -9, -9, -9});
    assert_true(is_content(&t, 3));
    assert_false(is_content(&t, 4));
    drop_steps(&t);
}

static void a_text_without_lines_is_no_fault(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "");
    assert_true(stm_page__judge(&t.work));
    assert_true(stm_page__choose(&t.work));
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_scores_over_menus),
        cmocka_unit_test(what_is_likely_is_chosen),
        cmocka_unit_test(the_bar_falls_where_nothing_is_sure),
        cmocka_unit_test(a_line_that_is_sure_raises_it),
        cmocka_unit_test(a_text_without_lines_is_no_fault),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
