#include "pair.h"
#include "relate/evidence.h"

static void a_copy_is_told_by_its_figures(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "He bought a boat. She left.", "He purchased a boat.");
    pair_share(&p, "He bought a boat", "He purchased a boat");
    pair_case(&p, STM_SPUN)->probability = .9;
    stm_relate__shape(&p.c, 0);
    assert_says(&p.c, STM_UNKNOWN,
                "67 of 100 words of a and 100 of b lie in shared passages; 25 "
                "of 100 words there differ, 25 of them by another word in the "
                "same place");
    assert_true(pair_said(&p.c)->weight > 2);
    pair_close(&p);
}

static void a_topic_is_told_by_names_and_words(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "Two.");
    pair_case(&p, STM_RELATED)->probability = .8;
    p.c.f.topic = (stm_topic){.31, 3, 1};
    stm_relate__shape(&p.c, 0);
    assert_says(&p.c, STM_UNKNOWN,
                "no passage is shared; 3 names stand in both, the words are "
                "alike to 31 in 100");
    pair_close(&p);
}

static void certainty_has_an_end(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One.", "One.");
    pair_case(&p, STM_IDENTICAL)->probability = 1;
    stm_relate__shape(&p.c, 0);
    assert_true(pair_said(&p.c)->weight < 7);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copy_is_told_by_its_figures),
        cmocka_unit_test(a_topic_is_told_by_names_and_words),
        cmocka_unit_test(certainty_has_an_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
