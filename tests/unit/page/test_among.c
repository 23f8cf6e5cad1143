#include "markup.h"

#include "page/among.h"

static const char page[] =
    "<!doctype html><body><ul><li>Home<li>News<li>Boats</ul><div><h1>The ferry"
    "</h1><p>It left at noon with nobody on board but its captain.</p><p>He "
    "waved at the few who had come to see it, and was gone.</p></div><p>Legal";

/* Menus, heading, two paragraphs, a notice. */
static const float scores[] = {-6, -6, -6, 2, 6, 6, -6};

static void neighbours_and_the_page_are_summed_up(void **state)
{
    (void)state;
    marked m;
    float out[STM_AMONG_MARKUP] = {0};
    take_markup(&m, page);
    stm_page_work *w = &m.steps.work;
    assert_int_equal(w->segments.count, 7);
    stm_among *a =
        stm_page__among_new(&w->segments, scores, m.html, w->block, w->mem);
    assert_non_null(a);
    stm_page__among(out, a, 4);
    assert_true(out[STM_AMONG_BEFORE] > .8F && out[STM_AMONG_AFTER] > .9F);
    assert_true(out[STM_AMONG_BEFORE + 4] < .5F);
    assert_float_equal(out[STM_AMONG_KIND_BEFORE], STM_BLOCK_HEADING, 0);
    assert_float_equal(out[STM_AMONG_HEADING], 1, 0);
    assert_float_equal(out[STM_AMONG_HEADING_LEVEL], 1, 0);
    assert_float_equal(out[STM_AMONG_MAIN_STEPS], 0, 0);
    assert_float_equal(out[STM_AMONG_MAIN_BEFORE], 0, 0);
    stm_page__among(out, a, 6);
    assert_true(out[STM_AMONG_AHEAD] > .99F && out[STM_AMONG_BEHIND] < .01F);
    assert_float_equal(out[STM_AMONG_MAIN_BEFORE], 1, 0);
    assert_float_equal(out[STM_AMONG_KIND_AFTER], -1, 0);
    drop_markup(&m);
}

static void what_looks_like_furniture_by_itself_is_hopeless(void **state)
{
    (void)state;
    marked m;
    take_markup(&m, page);
    stm_page_work *w = &m.steps.work;
    stm_among *a =
        stm_page__among_new(&w->segments, scores, m.html, w->block, w->mem);
    assert_true(stm_page__is_hopeless(a, 0));
    assert_false(stm_page__is_hopeless(a, 3));
    assert_false(stm_page__is_hopeless(a, 4));
    drop_markup(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(neighbours_and_the_page_are_summed_up),
        cmocka_unit_test(what_looks_like_furniture_by_itself_is_hopeless),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
