#include "pair.h"

static void coverage_and_copied_are_of_the_smaller_text(void **state)
{
    (void)state;
    pair p;
    pair_open(&p,
              "The tide came in early. Nobody had mended the sluice at all.",
              "The tide came in early.");
    pair_share(&p, "The tide came in early", "The tide came in early");
    stm_case *c = pair_case(&p, STM_EXCERPT);
    assert_true(c->f.most_covered > .999);
    assert_int_equal(c->f.copied, 5);
    assert_int_equal(c->f.longest, 5);
    assert_int_equal(c->f.kept, 5);
    pair_close(&p);
}

static void a_long_change_costs_no_more_than_six_words(void **state)
{
    (void)state;
    pair p;
    const char a[] =
        "He came home with one two three four five six seven eight "
        "nine bags of flour.";
    const char b[] = "He came home with bags of flour.";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_int_equal(c->f.changed, 9);
    assert_int_equal(c->f.events, 6);
    assert_true(c->f.distance > 5.99 && c->f.distance < 6.01);
    pair_close(&p);
}

static void stretches_in_one_place_are_one_event(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Red hen sat. One two three. Blue cow ran. Four.",
              "Red hen sat. Five six. Blue cow ran.");
    pair_share(&p, "Red hen sat", "Red hen sat");
    pair_share(&p, "Blue cow ran", "Blue cow ran");
    stm_case *c = pair_case(&p, STM_REVISION);
    assert_true(c->f.distance > 3.99 && c->f.distance < 4.01); /* 3 and 1 */
    pair_close(&p);
}

static void a_spinners_substitution_costs_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    double before = pair_case(&p, STM_SPUN)->f.distance;
    pair_close(&p);
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    for (size_t i = 0; i < p.x.change_count; i++)
        p.change[i].substitution = true;
    assert_true(before > 10);
    assert_true(pair_case(&p, STM_SPUN)->f.distance < .01);
    pair_close(&p);
}

static void a_scribes_substitution_is_a_reading(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "He bought a boat.", "He purchased a boat.");
    pair_share(&p, "He bought a boat", "He purchased a boat");
    p.change[0].substitution = true;
    assert_true(pair_case(&p, STM_REVISION)->f.distance > .99);
    pair_close(&p);
}

static void pages_that_state_nothing_are_bare(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    assert_true(pair_case(&p, STM_REVISION)->f.bare);
    pair_close(&p);
    pair_open(&p, "One.", "Two.");
    p.page[1].title = STM_LIT("Two");
    assert_false(pair_case(&p, STM_REVISION)->f.bare);
    pair_close(&p);
}

static void empty_texts_have_no_coverage(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "...", "");
    stm_case *c = pair_case(&p, STM_UNRELATED);
    assert_true(c->f.most_covered < .001);
    assert_false(c->f.same_start);
    assert_true(c->f.distance < .001);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coverage_and_copied_are_of_the_smaller_text),
        cmocka_unit_test(a_long_change_costs_no_more_than_six_words),
        cmocka_unit_test(stretches_in_one_place_are_one_event),
        cmocka_unit_test(a_spinners_substitution_costs_nothing),
        cmocka_unit_test(a_scribes_substitution_is_a_reading),
        cmocka_unit_test(pages_that_state_nothing_are_bare),
        cmocka_unit_test(empty_texts_have_no_coverage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
