#include "pair.h"
#include "relate/evidence.h"

static void the_page_with_an_author_is_the_source(void **state)
{
    (void)state;
    pair p;
    const stm_str author = STM_LIT("Ida Brandt");
    pair_open(&p, "One.", "Two.");
    p.page[1].authors = &author;
    p.page[1].author_count = 1;
    stm_relate__byline(pair_case(&p, STM_REPRINT), 1);
    assert_says(&p.c, STM_B_TO_A, "b names its author, Ida Brandt; a none");
    pair_close(&p);
}

static void two_or_no_authors_say_nothing(void **state)
{
    (void)state;
    pair p;
    const stm_str author = STM_LIT("Ida Brandt");
    pair_open(&p, "One.", "Two.");
    stm_relate__byline(pair_case(&p, STM_REPRINT), 1);
    assert_silent(&p.c);
    for (int i = 0; i < 2; i++) {
        p.page[i].authors = &author;
        p.page[i].author_count = 1;
    }
    stm_relate__byline(&p.c, 1);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_page_with_an_author_is_the_source),
        cmocka_unit_test(two_or_no_authors_say_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
