#include "pair.h"
#include "relate/evidence.h"

#define OWN                                                                    \
    " Before the flood the mayor said that a river would never need a mayor, " \
    "and nobody said a word; he had closed the matter before anybody came."

static void the_replaced_side_cannot_be_the_source(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT OWN, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    stm_relate__spun(pair_case(&p, STM_SPUN), 5);
    assert_says(&p.c, STM_A_TO_B, "the wording of b is the replaced one");
    assert_int_equal(p.c.spun_side, 1);
    pair_close(&p);
}

static void the_order_of_the_texts_does_not_matter(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_SPUN, PAIR_REPORT OWN);
    pair_share(&p, PAIR_SPUN, PAIR_REPORT);
    stm_relate__spun(pair_case(&p, STM_SPUN), 5);
    assert_says(&p.c, STM_B_TO_A, "the wording of a is the replaced one");
    assert_int_equal(p.c.spun_side, 0);
    pair_close(&p);
}

static void other_texts_of_the_job_know_the_authors_words(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    stm_relate__spun(pair_case(&p, STM_SPUN), 9);
    double alone = pair_said(&p.c)->weight;
    pair_close(&p);
    pair_open(&p, PAIR_REPORT, PAIR_SPUN);
    test_text_add(&p.texts,
                  "An old river rose, said one who would need help; "
                  "before it closed, farmers lost a harvest of seed.");
    pair_share(&p, PAIR_REPORT, PAIR_SPUN);
    stm_relate__spun(pair_case(&p, STM_SPUN), 9);
    assert_says(&p.c, STM_A_TO_B, "of b");
    assert_true(pair_said(&p.c)->weight > alone);
    pair_close(&p);
}

static void an_edited_text_is_not_asked(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "He bought a small boat.", "He purchased a small boat.");
    pair_share(&p, "He bought a small boat", "He purchased a small boat");
    stm_relate__spun(pair_case(&p, STM_QUOTES), 5);
    assert_silent(&p.c);
    assert_int_equal(p.c.spun_side, -1);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_replaced_side_cannot_be_the_source),
        cmocka_unit_test(the_order_of_the_texts_does_not_matter),
        cmocka_unit_test(other_texts_of_the_job_know_the_authors_words),
        cmocka_unit_test(an_edited_text_is_not_asked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
