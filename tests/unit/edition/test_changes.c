#include "family.h"

#define HEAD "The mill by the weir burned down in the night of the fair. "
#define TAIL " The miller and his two sons were asleep in the house."

/* The alterations of a text made from another, between a head and a tail that
 * both have. */
static const stm_stage *change(family *f, const char *before, const char *after)
{
    static char texts[2][1024];
    snprintf(texts[0], sizeof texts[0], HEAD "%s" TAIL, before);
    snprintf(texts[1], sizeof texts[1], HEAD "%s" TAIL, after);
    text(f, texts[0]);
    text(f, texts[1]);
    edge(f, 0, 1, STM_REVISION);
    return &edit(f)->versions[1];
}

static void expect(const char *before, const char *after,
                   stm_alteration_kind kind, const char *says)
{
    family f = {0};
    const stm_stage *s = change(&f, before, after);
    assert_int_equal(s->alteration_count, 1);
    assert_int_equal(s->alterations[0].kind, kind);
    assert_int_equal(s->count[kind], 1);
    assert_text(s->alterations[0].before, before);
    assert_text(s->alterations[0].after, after);
    assert_text(s->alterations[0].says, says);
    close_family(&f);
}

static void sentences_are_added_and_dropped_whole(void **state)
{
    (void)state;
    static const char sentence[] = "Nobody knows how the fire began.";
    expect("", sentence, STM_ALTERED_ADDED, "");
    expect(sentence, "", STM_ALTERED_DROPPED, "");
}

static void a_hedge_softens_and_certainty_hardens(void **state)
{
    (void)state;
    expect("Sparks from the forge will have caused the great fire.",
           "Sparks from the forge may have caused the great fire.",
           STM_ALTERED_SOFTENED, "adds “may”, without “will”");
    expect("Sparks from the forge allegedly caused the great fire.",
           "Sparks from the forge caused the great fire.", STM_ALTERED_HARDENED,
           "without “allegedly”");
}

static void a_lower_number_of_the_same_thing_softens(void **state)
{
    (void)state;
    expect("The fire has cost the town 1,200 sacks of the best flour.",
           "The fire has cost the town 900 sacks of the best flour.",
           STM_ALTERED_SOFTENED, "900 for 1,200");
    expect("The fire has cost the town 40 sacks of the best flour.",
           "The fire has cost the town 55 sacks of the best flour.",
           STM_ALTERED_HARDENED, "55 for 40");
}

static void years_and_days_are_no_numbers_of_things(void **state)
{
    (void)state;
    expect("The mill had stood there since 1984 beside the old weir.",
           "The mill had stood there since 1948 beside the old weir.",
           STM_ALTERED_REWORDED, "");
    expect("The inquiry into it will be held on 16 May in the hall.",
           "The inquiry into it will be held on 14 May in the hall.",
           STM_ALTERED_REWORDED, "");
}

static void other_words_are_merely_reworded(void **state)
{
    (void)state;
    expect("The roof fell in before the engine came up the lane.",
           "The roof fell down before the engine came up the lane.",
           STM_ALTERED_REWORDED, "");
}

static void what_agrees_is_not_told(void **state)
{
    (void)state;
    family f = {0};
    const stm_stage *s = change(&f, "The roof fell in.", "The roof fell in.");
    assert_int_equal(s->alteration_count, 0);
    close_family(&f);
}

static void another_day_is_no_other_number(void **state)
{
    (void)state;
    expect("The council met on May 3, 2024 and heard both sides of it.",
           "The council met on May 5, 2024 and heard both sides of it.",
           STM_ALTERED_REWORDED, "");
    expect("The council met on 3 June and heard both sides of the quarrel.",
           "The council met on 5 June and heard both sides of the quarrel.",
           STM_ALTERED_REWORDED, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_added_and_dropped_whole),
        cmocka_unit_test(a_hedge_softens_and_certainty_hardens),
        cmocka_unit_test(a_lower_number_of_the_same_thing_softens),
        cmocka_unit_test(years_and_days_are_no_numbers_of_things),
        cmocka_unit_test(other_words_are_merely_reworded),
        cmocka_unit_test(what_agrees_is_not_told),
        cmocka_unit_test(another_day_is_no_other_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
