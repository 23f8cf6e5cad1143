#include "pair.h"
#include "relate/evidence.h"

static void whole_sentences_in_replaced_wording_make_siblings(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT,
              PAIR_SPUN " Agriculturists from the municipality mentioned that "
                        "they would purchase assistance for a watercourse "
                        "engineer.");
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    pair_case(&p, STM_SPUN);
    p.c.spun_side = 1;
    stm_relate__readings(&p.c, 1.5);
    assert_says(&p.c, STM_SIBLING,
                "b has 'Agriculturists from the municipality mentioned that "
                "they would purchase assistance for a ...', which a lacks");
    pair_close(&p);
}

static void sentences_in_other_wording_say_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT,
              PAIR_SPUN " In other news, a circus has come to the fairground "
                        "with two elephants and a brass band.");
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    pair_case(&p, STM_SPUN);
    p.c.spun_side = 1;
    stm_relate__readings(&p.c, 1.5);
    assert_silent(&p.c);
    pair_close(&p);
}

static void sentences_that_may_be_the_same_say_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p,
              PAIR_REPORT " Farmers of the town said that they would buy help "
                          "for a river engineer if one could be found.",
              PAIR_SPUN " Agriculturists from the municipality mentioned that "
                        "they would purchase assistance for a watercourse "
                        "engineer.");
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    pair_case(&p, STM_SPUN);
    p.c.spun_side = 1;
    stm_relate__readings(&p.c, 1.5);
    assert_silent(&p.c);
    pair_close(&p);
}

static void a_spun_passage_comes_from_a_third_text(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    pair_case(&p, STM_QUOTES);
    p.c.spun_side = 0;
    stm_relate__readings(&p.c, 1.5);
    assert_says(&p.c, STM_SIBLING, "most of a is not in b");
    pair_close(&p);
}

static void without_a_spun_side_there_is_nothing_to_say(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    stm_relate__readings(pair_case(&p, STM_QUOTES), 1.5);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_sentences_in_replaced_wording_make_siblings),
        cmocka_unit_test(sentences_in_other_wording_say_nothing),
        cmocka_unit_test(sentences_that_may_be_the_same_say_nothing),
        cmocka_unit_test(a_spun_passage_comes_from_a_third_text),
        cmocka_unit_test(without_a_spun_side_there_is_nothing_to_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
