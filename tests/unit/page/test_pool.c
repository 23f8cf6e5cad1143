#include "markup.h"

#include "page/pool.h"

static const char page[] =
    "<!DOCTYPE html><ul><li>Boats</li><li>Tides</li><li>Crews</li></ul>"
    "<div><p>The ferry left without its mate, who had overslept, and nobody "
    "noticed before the second buoy.</p>"
    "<p>\"Where is he?\" asked the captain.</p>"
    "<p>The cook, who never looked up from his onions while the boat was under "
    "way, said that he did not know.</p>"
    "<p>They turned round at the lighthouse and found him on the pier, with a "
    "bag of rolls and an excuse.</p></div>"
    "<div><p>Advert</p><p>Buy rope</p></div>";

static const float scores[] = {-3, -3, 3, 4, -1, 4, 4, -2, 2};
enum { BLOCKS = sizeof scores / sizeof *scores };

static void take_scores(marked *m, const char *markup)
{
    take_markup(m, markup);
    assert_int_equal(m->steps.work.segments.count, BLOCKS);
    for (unsigned i = 0; i < BLOCKS; i++)
        m->steps.work.segments.items[i].score = scores[i];
}

static void a_short_line_of_a_story_is_drawn_to_the_others(void **state)
{
    (void)state;
    marked m;
    take_scores(&m, page);
    assert_true(stm_page__pool(&m.steps.work));
    const stm_segment *s = m.steps.work.segments.items;
    assert_true(s[4].score > scores[4]);
    for (unsigned i = 3; i < 7; i++)
        assert_true(s[i].score > s[4].score || i == 4);
    drop_markup(&m);
}

static void items_and_boxes_of_two_stay_as_they_are(void **state)
{
    (void)state;
    marked m;
    take_scores(&m, page);
    assert_true(stm_page__pool(&m.steps.work));
    const stm_segment *s = m.steps.work.segments.items;
    for (unsigned i = 0; i < BLOCKS; i++)
        if (i < 3 || i > 6)
            assert_true(s[i].score == scores[i]);
    drop_markup(&m);
}

static void certainty_stays_finite(void **state)
{
    (void)state;
    marked m;
    take_scores(&m, page);
    for (unsigned i = 0; i < BLOCKS; i++)
        m.steps.work.segments.items[i].score = 200;
    assert_true(stm_page__pool(&m.steps.work));
    for (unsigned i = 0; i < BLOCKS; i++)
        assert_true(m.steps.work.segments.items[i].score <= 200);
    drop_markup(&m);
}

static void plain_text_has_no_boxes(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "One line.\nAnother line.\nA third line.\n");
    t.work.segments.items[1].score = -5;
    assert_true(stm_page__pool(&t.work));
    assert_true(t.work.segments.items[1].score == -5);
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_line_of_a_story_is_drawn_to_the_others),
        cmocka_unit_test(items_and_boxes_of_two_stay_as_they_are),
        cmocka_unit_test(certainty_stays_finite),
        cmocka_unit_test(plain_text_has_no_boxes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
