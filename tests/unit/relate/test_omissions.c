#include "pair.h"
#include "relate/evidence.h"

static void a_copyist_leaves_words_out(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, PAIR_LETTER, PAIR_COPY);
    pair_share(&p, PAIR_LETTER, PAIR_COPY);
    stm_relate__omissions(pair_case(&p, STM_REVISION), 1);
    assert_says(&p.c, STM_A_TO_B, "b leaves out 3 words, a 0");
    pair_close(&p);
}

static void an_editor_does_not(void **state)
{
    (void)state;
    pair p;
    const char a[] = "The big red dog ran home to bed";
    const char b[] = "The dog ran home";
    pair_open(&p, a, b);
    pair_share(&p, a, b);
    stm_relate__omissions(pair_case(&p, STM_REVISION), 1);
    assert_silent(&p.c);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_copyist_leaves_words_out),
        cmocka_unit_test(an_editor_does_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
