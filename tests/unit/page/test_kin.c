#include "markup.h"

#include "page/kin.h"

/* Two posts, each a name and a text, between a menu and a notice. */
static const char page[] =
    "<!doctype html><body><nav><a href=a>Home</a></nav>"
    "<div class=post><p class=name>Anna</p><p class=text>The tide table of the "
    "north pier is wrong again.</p></div>"
    "<div class=post><p class=name>Ben</p><p class=text>It always is.</p></div>"
    "<p class=text>Only members may write.</p>";

enum { MENU, NAME, TEXT, OTHER_NAME, OTHER_TEXT, NOTICE, LINES };

static void lines_of_the_same_names_are_kin(void **state)
{
    (void)state;
    marked m;
    float one[STM_KIN_DEPTHS][STM_KIN_SIGNS],
        two[STM_KIN_DEPTHS][STM_KIN_SIGNS];
    take_markup(&m, page);
    assert_int_equal(m.html->block_count, LINES);
    stm_kin *k = stm_page__kin_new(m.html, &m.steps.mem);
    assert_non_null(k);
    stm_page__kin_signs(*one, k, TEXT);
    stm_page__kin_signs(*two, k, OTHER_TEXT);
    assert_memory_equal(one, two, sizeof one);
    for (unsigned d = 0; d < STM_KIN_DEPTHS; d++) {
        assert_float_equal(one[d][STM_KIN_LINES], 1.585F, .01F); /* two */
        assert_float_equal(one[d][STM_KIN_LINKED], 0, 0);
    }
    stm_page__kin_signs(*two, k, NAME);
    assert_true(two[0][STM_KIN_LETTERS] < one[0][STM_KIN_LETTERS]);
    stm_page__kin_signs(*two, k, NOTICE); /* in another box */
    assert_float_equal(two[0][STM_KIN_LINES], 1, 0);
    stm_page__kin_signs(*two, k, MENU);
    assert_float_equal(two[0][STM_KIN_LINKED], 1, 0);
    drop_markup(&m);
}

static void a_line_hears_how_its_kin_score(void **state)
{
    static const float score[LINES] = {-9, -9, 9, -9, 0, 0};
    (void)state;
    marked m;
    float out[STM_KIN_DEPTHS][STM_KIN_SCORES];
    take_markup(&m, page);
    stm_page_work *w = &m.steps.work;
    assert_int_equal(w->segments.count, LINES);
    stm_kin *k = stm_page__kin_new(m.html, &m.steps.mem);
    assert_true(stm_page__kin_weigh(k, &w->segments, score, w->block, w->mem));
    stm_page__kin_scores(*out, k, OTHER_TEXT, w->block[OTHER_TEXT]);
    assert_true(out[0][STM_KIN_OTHERS] > .99F);
    assert_true(out[0][STM_KIN_MEAN] > .8F && out[0][STM_KIN_MEAN] < .99F);
    assert_true(out[0][STM_KIN_SHARE] > .7F);
    stm_page__kin_scores(*out, k, NOTICE, w->block[NOTICE]); /* has none */
    assert_float_equal(out[0][STM_KIN_OTHERS], 0, 1e-6F);
    assert_float_equal(out[0][STM_KIN_MEAN], .5F, 1e-6F);
    drop_markup(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_of_the_same_names_are_kin),
        cmocka_unit_test(a_line_hears_how_its_kin_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
