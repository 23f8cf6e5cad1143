#include "markup.h"

#include <math.h>

#include "page/signs.h"

static void logarithms_are_those_of_the_library(void **state)
{
    (void)state;
    for (float n = 0; n < 3000; n += .5F)
        assert_true(stm_page__log2(n) == log2f(n));
    assert_true(stm_page__log2(3e9F) == log2f(3e9F));
}

static void signs_are_those_of_the_segment(void **state)
{
    (void)state;
    steps t;
    float out[STM_SIGN_OWN];
    take_steps(&t, "Privacy policy\nThe ferry left at noon.\n");
    stm_page__own_signs(out, &t.work.segments.items[1]);
    assert_float_equal(out[STM_SIGN_ENDED], 1, 0);
    assert_float_equal(out[STM_SIGN_WORDS], 2.585F, .01F);
    assert_float_equal(out[STM_SIGN_COVERED], 0, 0);
    stm_page__own_signs(out, &t.work.segments.items[0]);
    assert_float_equal(out[STM_SIGN_ENDED], 0, 0);
    assert_float_equal(out[STM_SIGN_COVERED], 1, 0);
    assert_true(out[STM_SIGN_WHOLE] > 0);
    drop_steps(&t);
}

static void markup_says_where_it_stands(void **state)
{
    (void)state;
    marked m;
    float out[STM_SIGN_MARKUP] = {0};
    take_markup(&m, "<!doctype html><body><nav class=menu><ul><li><a href=a>One"
                    "</a><li><a href=b>Two</a></ul></nav><p>Words</p>");
    stm_nest *n = stm_page__nest_new(m.html, &m.steps.mem);
    assert_non_null(n);
    stm_page__markup_signs(out, n, 0);
    assert_float_equal(out[STM_SIGN_LINKED], 1, 0);
    assert_float_equal(out[STM_SIGN_HINT + STM_HINT_NAV], 1, 0);
    assert_float_equal(out[STM_SIGN_INSIDE + 5], 1, 0); /* nav */
    /* the item, alike with the other; the list; the page */
    assert_float_equal(out[STM_SIGN_BOX + STM_BOX_ALIKE], 1.585F, .01F);
    assert_float_equal(out[STM_SIGN_BOX + STM_BOX_SIGNS + STM_BOX_LINKED], 1,
                       0);
    stm_page__markup_signs(out, n, 2);
    assert_float_equal(out[STM_SIGN_LINKED], 0, 0);
    assert_float_equal(out[STM_SIGN_HINT + STM_HINT_NAV], 0, 0);
    drop_markup(&m);
}

static void boxes_that_hold_nothing_else_are_passed(void **state)
{
    (void)state;
    marked m;
    uint32_t up[STM_UP];
    take_markup(&m, "<!doctype html><body><div><div><div><p>One</p></div></div>"
                    "</div><p>Two");
    unsigned n = stm_page__nest_up(up, m.html, 0);
    assert_int_equal(n, 2);
    assert_int_equal(m.html->boxes[up[0]].letters, 3);
    assert_int_equal(m.html->boxes[up[1]].letters, 6);
    drop_markup(&m);
}

static void the_first_heading_parts_a_page(void **state)
{
    (void)state;
    marked m;
    float out[STM_SIGN_MARKUP] = {0};
    take_markup(&m, "<!doctype html><body><p>Home</p><main><h1>Tides</h1><p>"
                    "They come.</p></main><h1>More</h1><p>Boats</p>");
    stm_nest *n = stm_page__nest_new(m.html, &m.steps.mem);
    stm_page__markup_signs(out, n, 0);
    assert_float_equal(out[STM_SIGN_FIRST_HEAD], -1, 0);
    assert_float_equal(out[STM_SIGN_LAST_HEAD], -1, 0);
    stm_page__markup_signs(out, n, 1);
    assert_float_equal(out[STM_SIGN_FIRST_HEAD], 0, 0);
    assert_float_equal(out[STM_SIGN_LAST_HEAD], 0, 0);
    stm_page__markup_signs(out, n, 4);
    assert_float_equal(out[STM_SIGN_FIRST_HEAD], 2, 0);
    assert_float_equal(out[STM_SIGN_LAST_HEAD], 1, 0);
    /* "Tides" and "They come." of 27 letters are in main */
    assert_float_equal(out[STM_SIGN_WHOLE_PAGE], 14 / 28.F, .001F);
    drop_markup(&m);
}

static void a_page_without_heading_says_so(void **state)
{
    (void)state;
    marked m;
    float out[STM_SIGN_MARKUP] = {0};
    take_markup(&m, "<!doctype html><body><h2>Tides</h2><p>They come.");
    stm_nest *n = stm_page__nest_new(m.html, &m.steps.mem);
    stm_page__markup_signs(out, n, 1);
    assert_true(out[STM_SIGN_FIRST_HEAD] < -100);
    assert_true(out[STM_SIGN_LAST_HEAD] < -100);
    drop_markup(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(logarithms_are_those_of_the_library),
        cmocka_unit_test(signs_are_those_of_the_segment),
        cmocka_unit_test(markup_says_where_it_stands),
        cmocka_unit_test(boxes_that_hold_nothing_else_are_passed),
        cmocka_unit_test(the_first_heading_parts_a_page),
        cmocka_unit_test(a_page_without_heading_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
