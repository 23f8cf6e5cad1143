#include "numbers.h"

#include "sketch/prints.h"

enum { WORDS = 2000, SURE = STM_PRINTS_RUN + STM_PRINTS_WINDOW - 1 };

static uint64_t a[WORDS], b[WORDS];

static bool has_key(const stm_prints *p, uint64_t key, uint32_t word)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->key[i] == key && p->word[i] == word)
            return true;
    return false;
}

static void any_passage_long_enough_has_a_print(void **state)
{
    (void)state;
    stm_prints p = {0}, q = {0};
    fill_words(a, WORDS, 1);
    assert_int_equal(stm_prints__make(&p, a, WORDS, NULL), STM_OK);
    for (size_t from = 0; from + SURE <= 500; from++) {
        fill_words(b, 500, 2);
        memcpy(b + from, a + 700, SURE * sizeof *a);
        assert_int_equal(stm_prints__make(&q, b, 500, NULL), STM_OK);
        size_t shared = 0;
        for (size_t i = 0; i < q.count; i++)
            shared += has_key(&p, q.key[i], (uint32_t)(q.word[i] - from + 700));
        assert_true(shared > 0);
    }
    stm_prints__free(&p);
    stm_prints__free(&q);
}

static void every_window_has_its_smallest_and_few_are_kept(void **state)
{
    (void)state;
    stm_prints p = {0};
    fill_words(a, WORDS, 3);
    assert_int_equal(stm_prints__make(&p, a, WORDS, NULL), STM_OK);
    for (size_t i = 0; i + 1 < p.count; i++)
        assert_in_range(p.word[i + 1] - p.word[i], 1, STM_PRINTS_WINDOW);
    /* 2 of 13 are expected */
    assert_in_range(p.count, WORDS * 2 / 13 * 9 / 10, WORDS * 2 / 13 * 11 / 10);
    stm_prints__free(&p);
}

static void short_texts_have_one_print_or_none(void **state)
{
    (void)state;
    stm_prints p = {0};
    fill_words(a, SURE, 4);
    for (size_t n = 0; n <= SURE; n++) {
        assert_int_equal(stm_prints__make(&p, a, n, NULL), STM_OK);
        assert_int_equal(p.count, n >= STM_PRINTS_RUN);
    }
    stm_prints__free(&p);
}

static void one_word_without_end_gives_few_prints(void **state)
{
    (void)state;
    stm_prints p = {0};
    for (size_t i = 0; i < WORDS; i++)
        a[i] = 5;
    assert_int_equal(stm_prints__make(&p, a, WORDS, NULL), STM_OK);
    assert_in_range(p.count, 1, WORDS / STM_PRINTS_WINDOW + 1);
    for (size_t i = 0; i + 1 < p.count; i++)
        assert_in_range(p.word[i + 1] - p.word[i], 1, STM_PRINTS_WINDOW);
    stm_prints__free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_passage_long_enough_has_a_print),
        cmocka_unit_test(every_window_has_its_smallest_and_few_are_kept),
        cmocka_unit_test(short_texts_have_one_print_or_none),
        cmocka_unit_test(one_word_without_end_gives_few_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
