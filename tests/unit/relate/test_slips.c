#include "relate/slips.h"

#include "pair.h"

static uint32_t slips_of(const char *text)
{
    pair p;
    pair_open(&p, text, text);
    pair_share(&p, text, text);
    pair_case(&p, STM_SPUN);
    uint32_t n = stm_relate__slips(&p.c, 0);
    pair_close(&p);
    return n;
}

static void articles_must_fit_in_english(void **state)
{
    (void)state;
    assert_int_equal(slips_of("It was a extra day for them and they had it"),
                     1);
    assert_int_equal(slips_of("It was an conflict that they had in the town"),
                     1);
    assert_int_equal(slips_of("It was an hour of the day and a union of all"),
                     0);
    assert_int_equal(slips_of("It was a one of a kind day for all of them"), 0);
}

static void other_languages_have_other_articles(void **state)
{
    (void)state;
    assert_int_equal(slips_of("Der Rat hat an den Wagen und an die Stadt "
                              "gedacht, und es war nicht zu spät"),
                     0);
}

static void a_word_twice_is_a_slip(void **state)
{
    (void)state;
    assert_int_equal(slips_of("They saw the the river and they were glad"), 1);
    assert_int_equal(slips_of("They saw that, that was the river they had"), 0);
    assert_int_equal(slips_of("It was 10 10 by the clock of the old town"), 0);
}

static void braces_are_a_slip(void **state)
{
    (void)state;
    assert_int_equal(slips_of("They paid {dollars} for the river bank"), 1);
}

static void only_shared_passages_count(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "He saw the the river. They were glad of it.",
              "They were glad of it.");
    pair_share(&p, "They were glad of it", "They were glad of it");
    pair_case(&p, STM_SPUN);
    assert_int_equal(stm_relate__slips(&p.c, 0), 0);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_must_fit_in_english),
        cmocka_unit_test(other_languages_have_other_articles),
        cmocka_unit_test(a_word_twice_is_a_slip),
        cmocka_unit_test(braces_are_a_slip),
        cmocka_unit_test(only_shared_passages_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
