#include "tradition.h"

/* A notice in plain English, with five places to change. */
#define NOTICE(a, b, c, d, e)                                                 \
    "the council of the town said on monday that it will open the old " a     \
    " road to the sea again in the spring. it has been closed since the "     \
    "great storm of last year when a part of the " b                          \
    " fell into the water. the work will take more than two months and the "  \
    "cost is paid by the county. people who live in the street have " c       \
    " to leave their cars at the station for the time of the work. the head " \
    "of the council said that he was glad that the " d                        \
    " could be found in such a short time and that he hopes for a good "      \
    "summer. in the first week of the year there will be a meeting in the "   \
    "house of the " e " for all who want to know more about the plan."

#define WRITTEN NOTICE("coast", "wall", "been asked", "money", "school")
#define REWRITTEN NOTICE("beach", "road", "been told", "funds", "church")
#define THROWN \
    NOTICE("which the", "of with", "and been these", "very from", "who at")

static void open_two(tradition *t, stm_tree__family *f, const char *a,
                     const char *b)
{
    text(t, a);
    text(t, b);
    memcpy(t->text[0].language, "en", 3);
    memcpy(t->text[1].language, "en", 3);
    relate(t, 0, 1, STM_REVISION);
    open_collated(t, f);
    assert_true(stm_tree__learn_misfits(f));
}

static double misfits(const char *a, const char *b)
{
    tradition t = {0};
    stm_tree__family f;
    open_two(&t, &f, a, b);
    double nats = stm_tree__misfits(&f, 0, 1);
    assert_true(nats == -stm_tree__misfits(&f, 1, 0));
    stm_tree__family_free(&f);
    close_tradition(&t);
    return nats;
}

static void words_thrown_in_mark_the_copy(void **state)
{
    (void)state;
    assert_true(misfits(WRITTEN, THROWN) > 1);
    assert_true(misfits(THROWN, WRITTEN) < -1);
}

static void well_written_changes_say_next_to_nothing(void **state)
{
    (void)state;
    assert_true(fabs(misfits(WRITTEN, REWRITTEN)) < .5);
}

static void equal_texts_say_nothing(void **state)
{
    (void)state;
    assert_true(misfits(THROWN, THROWN) == 0);
}

static void a_language_without_a_model_is_not_judged(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_two(&t, &f, WRITTEN, THROWN);
    stm_tree__family g = f;
    memcpy(t.text[0].language, "xx", 3);
    memcpy(t.text[1].language, "xx", 3);
    g.misfit.share = 0;
    assert_true(stm_tree__learn_misfits(&g));
    assert_true(stm_tree__misfits(&g, 0, 1) == 0);
    stm_tree__family_free(&g);
    close_tradition(&t);
}

static void nothing_is_said_of_one_text_without_a_model(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_two(&t, &f, WRITTEN, THROWN);
    assert_true(stm_tree__misfits(&f, 0, 1) > 1);
    memcpy(t.text[0].language, "xx", 3);
    assert_true(stm_tree__misfits(&f, 0, 1) == 0);
    memcpy(t.text[0].language, "en", 3);
    memcpy(t.text[1].language, "xx", 3);
    assert_true(stm_tree__misfits(&f, 0, 1) == 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

static void a_spun_copy_is_judged_elsewhere(void **state)
{
    (void)state;
    tradition t = {0};
    stm_tree__family f;
    open_two(&t, &f, WRITTEN, THROWN);
    t.relation[0].kind = STM_SPUN;
    assert_true(stm_tree__misfits(&f, 0, 1) == 0);
    stm_tree__family_free(&f);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_thrown_in_mark_the_copy),
        cmocka_unit_test(well_written_changes_say_next_to_nothing),
        cmocka_unit_test(equal_texts_say_nothing),
        cmocka_unit_test(a_language_without_a_model_is_not_judged),
        cmocka_unit_test(nothing_is_said_of_one_text_without_a_model),
        cmocka_unit_test(a_spun_copy_is_judged_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
