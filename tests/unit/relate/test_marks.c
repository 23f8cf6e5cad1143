#include "pair.h"
#include "relate/evidence.h"

static void a_line_of_credit_marks_the_copy(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "The bridge is open.",
              "The bridge is open.\n\nThis story was Originally Published by "
              "The Ledger.\nMore news");
    stm_relate__marks(pair_case(&p, STM_REPRINT), 2);
    assert_says(&p.c, STM_A_TO_B,
                "b says of itself 'Originally Published by The Ledger.'");
    pair_close(&p);
}

static void other_languages_have_their_own(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "Die Brücke ist offen. Zuerst erschienen im Boten.",
              "Die Brücke ist offen.");
    stm_relate__marks(pair_case(&p, STM_REPRINT), 2);
    assert_says(&p.c, STM_B_TO_A, "a says of itself");
    pair_close(&p);
}

static void a_credit_in_both_says_nothing(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "One. Reprinted from The Ledger.",
              "Two. The post first appeared on The Ledger.");
    stm_relate__marks(pair_case(&p, STM_REPRINT), 2);
    assert_silent(&p.c);
    pair_close(&p);
}

static void in_the_midst_it_is_about_something_else(void **state)
{
    (void)state;
    pair p;
    char *before = test_many("Word %u. ", 80);
    char *text = malloc(strlen(before) * 2 + 80);
    assert_non_null(text);
    size_t n = strlen(before);
    const char mark[] = "The novel was first published in 1921. ";
    memcpy(text, before, n);
    memcpy(text + n, mark, sizeof mark - 1);
    memcpy(text + n + sizeof mark - 1, before, n + 1);
    pair_open(&p, text, "Nothing.");
    stm_relate__marks(pair_case(&p, STM_QUOTES), 2);
    assert_silent(&p.c);

    /* the same words around the content count */
    stm_furniture wrap = {{(uint32_t)n, (uint32_t)(n + sizeof mark)},
                          STM_FURNITURE_OTHER};
    p.page[0].furniture = &wrap;
    p.page[0].furniture_count = 1;
    stm_relate__marks(&p.c, 2);
    assert_says(&p.c, STM_B_TO_A, "first published in 1921");
    pair_close(&p);
    free(text);
    free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_of_credit_marks_the_copy),
        cmocka_unit_test(other_languages_have_their_own),
        cmocka_unit_test(a_credit_in_both_says_nothing),
        cmocka_unit_test(in_the_midst_it_is_about_something_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
