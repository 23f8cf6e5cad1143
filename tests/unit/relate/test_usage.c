#include "relate/usage.h"

#include "pair.h"

static uint32_t word(const pair *p, int side, const char *w)
{
    stm_span s = pair_find(p->w[side].text, w);
    return p->w[side].text->word[s.from];
}

static void words_are_counted_in_and_outside_replaced_places(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "They need help now. Good help is rare.",
              "They need assistance now. Good help is rare.");
    test_text_add(&p.texts, "No help came, and help was dear.");
    pair_share(&p, "They need help now", "They need assistance now");
    pair_case(&p, STM_SPUN);
    const stm_usage *u = stm_relate__usage(&p.c);
    assert_non_null(u);
    uint32_t help = word(&p, 0, "help");
    uint32_t assistance = word(&p, 1, "assistance");
    assert_int_equal(stm_relate__use(u, help)->all[0], 2);
    assert_int_equal(stm_relate__use(u, help)->replaced[0], 1);
    assert_int_equal(stm_relate__kept(u, 0, help), 1);
    assert_int_equal(stm_relate__kept(u, 1, help), 1);
    assert_int_equal(stm_relate__kept(u, 1, assistance), 0);
    assert_int_equal(stm_relate__elsewhere(u, p.texts.lex, help), 2);
    assert_int_equal(stm_relate__elsewhere(u, p.texts.lex, assistance), 0);
    pair_close(&p);
}

static void empty_texts_have_no_words(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "", "One.");
    pair_case(&p, STM_UNRELATED);
    const stm_usage *u = stm_relate__usage(&p.c);
    assert_non_null(u);
    assert_int_equal(stm_relate__use(u, word(&p, 1, "One"))->all[0], 0);
    pair_close(&p);
}

static void new_words_are_counted_once(void **state)
{
    (void)state;
    pair p;
    pair_open(&p, "The ferry left, the ferry sank.", "The ferry left at noon.");
    test_text_add(&p.texts, "They had sank it.");
    pair_case(&p, STM_REVISION);
    assert_int_equal(stm_relate__new_words(&p.c, 0, false), 1); /* sank */
    assert_int_equal(stm_relate__new_words(&p.c, 0, true), 0);
    assert_int_equal(stm_relate__new_words(&p.c, 1, false), 2);
    assert_int_equal(stm_relate__new_words(&p.c, 1, true), 2);
    pair_close(&p);
}

static void a_third_copy_is_company(void **state)
{
    (void)state;
    pair p;
    const char text[] = "Ferries left Norbury harbour before midnight.";
    pair_open(&p, text, text);
    assert_true(stm_relate__company(pair_case(&p, STM_REVISION)) < .01);
    pair_close(&p);
    pair_open(&p, text, text);
    test_text_add(&p.texts, "Ferries left Norbury harbour before midnight.");
    assert_true(stm_relate__company(pair_case(&p, STM_REVISION)) > .99);
    pair_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_counted_in_and_outside_replaced_places),
        cmocka_unit_test(empty_texts_have_no_words),
        cmocka_unit_test(new_words_are_counted_once),
        cmocka_unit_test(a_third_copy_is_company),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
