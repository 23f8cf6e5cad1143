#include "pair.h"
#include "relate/evidence.h"

#define SOURCE                                                              \
    "On the ninth of March 1871 the ship of Anselm Varga came into Lindow " \
    "harbour with torn sails. Its owner counted 19 casks of oil before he " \
    "sold the brass compass to Ruth Oakley for flour."
#define REWORDED                                                             \
    "In 1871 a vessel belonging to Anselm Varga reached Lindow, its canvas " \
    "ripped; they tallied 19 barrels of oil, and for bread Ruth Oakley got " \
    "his compass."

static void look(pair *p, const char *a, const char *b)
{
    pair_open(p, a, b);
    pair_share(p, a, b);
    stm_relate__carried(pair_case(p, STM_REVISION), .3);
}

static void names_numbers_and_rare_words_that_carry_are_said(void **state)
{
    (void)state;
    pair p;
    look(&p, SOURCE, REWORDED);
    assert_says(&p.c, STM_UNKNOWN,
                "of b, 7 of its 7 names and numbers ('1871', 'Anselm', "
                "'Varga') and 2 of its 11 other words that carry meaning "
                "stand in a too, 88 of 100 of them in the same order");
    pair_close(&p);
}

static void faithful_passages_need_no_such_sentence(void **state)
{
    (void)state;
    pair p;
    look(&p, SOURCE, SOURCE);
    assert_silent(&p.c);
    pair_close(&p);
}

static void texts_without_a_common_word_say_nothing(void **state)
{
    (void)state;
    pair p;
    look(&p, SOURCE, "Quinces ripen slowly behind every southern wall.");
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_numbers_and_rare_words_that_carry_are_said),
        cmocka_unit_test(faithful_passages_need_no_such_sentence),
        cmocka_unit_test(texts_without_a_common_word_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
