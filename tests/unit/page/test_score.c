#include "work.h"

#include "page/score.h"

static const char page[] =
    "Skip to main content\nHome\nAbout us\n"
    "The old harbour bridge will stay closed until spring, the council said "
    "on Tuesday, after engineers had found cracks in two of its four piers.\n"
    "It was built in 1911, and nobody has looked at it since the war.\n"
    "Related articles\nBoats\nPrivacy policy\n© 2024 All rights reserved\n";

static void prose_scores_over_menus(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, page);
    stm_segments *s = &t.work.segments;
    assert_true(stm_page__score(s, &t.mem));
    for (uint32_t i = 0; i < s->count; i++)
        if (i != 3 && i != 4)
            assert_true(s->items[i].score + 1 < s->items[3].score &&
                        s->items[i].score + 1 < s->items[4].score);
    drop_steps(&t);
}

static void looks_are_those_of_the_segment_alone(void **state)
{
    (void)state;
    steps t;
    float looks[STM_LOOKS];
    take_steps(&t, page);
    stm_page__looks(looks, &t.work.segments.items[3]);
    assert_float_equal(looks[STM_LOOK_ENDED + 7], 1, .001F); /* 25 to 44 */
    assert_float_equal(looks[STM_LOOK_LENGTH + 7], 0, .001F);
    assert_float_equal(looks[STM_LOOK_BIAS], 1, .001F);
    stm_page__looks(looks, &t.work.segments.items[0]);
    assert_float_equal(looks[STM_LOOK_WHOLE_PART], 1, .001F);
    drop_steps(&t);
}

static void places_tell_before_from_behind(void **state)
{
    (void)state;
    steps t;
    float place[STM_PLACES];
    take_steps(&t, page);
    stm_places *p = stm_page__places_new(&t.work.segments, &t.mem);
    assert_non_null(p);
    stm_page__place(place, p, 0);
    assert_float_equal(place[STM_PLACE_SOME_BEFORE], 0, .001F);
    assert_float_equal(place[STM_PLACE_SOME_AFTER], 1, .001F);
    stm_page__place(place, p, 7);
    assert_float_equal(place[STM_PLACE_BEHIND_ALL], 1, .001F);
    assert_float_equal(place[STM_PLACE_SOME_AFTER], 0, .001F);
    assert_float_equal(place[STM_PLACE_RELATED], 1, .001F);
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(prose_scores_over_menus),
        cmocka_unit_test(looks_are_those_of_the_segment_alone),
        cmocka_unit_test(places_tell_before_from_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
