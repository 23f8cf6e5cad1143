#include "pair.h"
#include "relate/evidence.h"

/* Slips of its own, where the other copy has none. */
#define OTHER_COPY                                                           \
    "We came into the harbour upon the ninth day of March with the sayls "   \
    "torn "                                                                  \
    "and the water casks emtpy and lay there eleven weeks. The master sold " \
    "the brass lamps to buy fluor. When the ice broke we put out again and " \
    "saw no land until the feast of Saint Jonh."

static void slips_that_nobody_else_has_mark_the_copy(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_LETTER, PAIR_COPY);
    test_text_add(&p.texts, OTHER_COPY " They say it was the harbour, flour, "
                                       "the sails empty, John.");
    pair_share(&p, PAIR_LETTER, PAIR_COPY);
    stm_relate__singular(pair_case(&p, STM_REVISION), 1);
    assert_says(&p.c, STM_A_TO_B, "words of b stand in no other text, 0 of a");
    assert_int_equal(p.c.said.count, 1);
    assert_true(p.c.company > .9);
    pair_close(&p);
}

static void slips_on_either_side_make_siblings(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_COPY, OTHER_COPY);
    test_text_add(&p.texts, PAIR_LETTER);
    pair_share(&p, PAIR_COPY, OTHER_COPY);
    pair_case(&p, STM_REVISION);
    p.c.f.scribal = 0;
    stm_relate__singular(&p.c, 1);
    assert_says(&p.c, STM_SIBLING, "each was changed on its own");
    pair_close(&p);
}

static void without_another_copy_it_says_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_LETTER, PAIR_COPY);
    pair_share(&p, PAIR_LETTER, PAIR_COPY);
    stm_relate__singular(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
    pair_open(&p, PAIR_LETTER, PAIR_COPY);
    test_text_add(&p.texts, "Two violinists shared the prize.");
    pair_share(&p, PAIR_LETTER, PAIR_COPY);
    stm_relate__singular(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_that_nobody_else_has_mark_the_copy),
        cmocka_unit_test(slips_on_either_side_make_siblings),
        cmocka_unit_test(without_another_copy_it_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
