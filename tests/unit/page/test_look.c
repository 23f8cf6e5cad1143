#include "work.h"

static uint32_t flags_of(const char *text)
{
    steps t;
    take_steps(&t, text);
    uint32_t flags = t.work.segments.items[0].flags;
    drop_steps(&t);
    return flags;
}

static void ends_are_told_apart(void **state)
{
    (void)state;
    assert_true(flags_of("He left.") & STM_SEGMENT_ENDED);
    assert_true(flags_of("“He left.”") & STM_SEGMENT_ENDED);
    assert_true(flags_of("他走了。") & STM_SEGMENT_ENDED);
    assert_true(flags_of("He left…") & STM_SEGMENT_DOTS);
    assert_true(flags_of("He left...") & STM_SEGMENT_DOTS);
    assert_true(flags_of("He said:") & STM_SEGMENT_COLON);
    assert_true(flags_of("Dear Ann,") & STM_SEGMENT_COMMA);
    assert_false(flags_of("About us") &
                 (STM_SEGMENT_ENDED | STM_SEGMENT_COLON | STM_SEGMENT_COMMA));
}

static void starts_are_told_apart(void **state)
{
    (void)state;
    assert_true(flags_of("• Milk") & STM_SEGMENT_BULLET);
    assert_true(flags_of("“No.”") & STM_SEGMENT_QUOTE);
    assert_true(flags_of("— Нет.") & STM_SEGMENT_QUOTE);
    assert_true(flags_of("and went") & STM_SEGMENT_SMALL);
    assert_false(flags_of("And went") & STM_SEGMENT_SMALL);
}

static void marks_inside_are_noticed(void **state)
{
    (void)state;
    assert_true(flags_of("Home | News") & STM_SEGMENT_BAR);
    assert_true(flags_of("© 2024 Nobody") & STM_SEGMENT_LEGAL);
    assert_true(flags_of("ann@example.org") & STM_SEGMENT_ADDRESS);
    assert_true(flags_of("see https://example.org") & STM_SEGMENT_ADDRESS);
    assert_true(flags_of("Lamp $12.50") & STM_SEGMENT_PRICE);
    assert_false(flags_of("a $ sign") & STM_SEGMENT_PRICE);
}

static void shares_are_of_the_words(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "The Old mill, and 12 MORE");
    const stm_segment *s = &t.work.segments.items[0];
    assert_float_equal(s->words, 6, .001F);
    assert_float_equal(s->function, 3 / 6.F, .001F); /* the, and, more */
    assert_float_equal(s->capital, 2 / 5.F, .001F);
    assert_float_equal(s->number, 1 / 6.F, .001F);
    assert_float_equal(s->upper, 1 / 6.F, .001F);
    assert_float_equal(s->comma, 1 / 6.F, .001F);
    drop_steps(&t);
    take_steps(&t, "老码头");
    assert_float_equal(t.work.segments.items[0].words, 1.5, .001F);
    drop_steps(&t);
}

static void the_surest_phrase_names_the_segment(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "Home All rights reserved\nPrivacy Policy\nA mill");
    const stm_segment *s = t.work.segments.items;
    assert_int_equal(s[0].mark, STM_FURNITURE_OTHER);
    assert_float_equal(s[0].covered, 1, .001F);
    assert_int_equal(s[1].mark, STM_FURNITURE_OTHER);
    assert_int_equal(s[2].mark, STM_MARKS);
    assert_float_equal(s[2].covered, 0, .001F);
    drop_steps(&t);
}

static void equal_words_hash_alike(void **state)
{
    (void)state;
    steps t;
    take_steps(&t, "About us\nABOUT US!\nAbout them");
    const stm_segment *s = t.work.segments.items;
    assert_int_equal(s[0].hash, s[1].hash);
    assert_int_not_equal(s[0].hash, s[2].hash);
    drop_steps(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ends_are_told_apart),
        cmocka_unit_test(starts_are_told_apart),
        cmocka_unit_test(marks_inside_are_noticed),
        cmocka_unit_test(shares_are_of_the_words),
        cmocka_unit_test(the_surest_phrase_names_the_segment),
        cmocka_unit_test(equal_words_hash_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
