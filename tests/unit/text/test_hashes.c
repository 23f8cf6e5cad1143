#include "said.h"

/* The words of `text` as the kernels and as the one tokeniser find them. */
static void assert_like_the_scan(stm_hashes *h, stm_str text)
{
    stm_words *w;
    assert_int_equal(stm_words_scan(&w, text, NULL), STM_OK);
    assert_int_equal(stm_hashes_scan_at(h, text, NULL), STM_OK);
    assert_int_equal(h->count, w->count);
    for (size_t i = 0; i < h->count; i++) {
        assert_true(h->hash[i] == w->hash[i]);
        assert_int_equal(h->at[i].start, w->at[i].start);
        assert_int_equal(h->at[i].end, w->at[i].end);
    }
    assert_int_equal(stm_hashes_scan(h, text, NULL), STM_OK);
    assert_int_equal(h->count, w->count);
    for (size_t i = 0; i < h->count; i++)
        assert_true(h->hash[i] == w->hash[i]);
    stm_words_free(w);
}

static void words_are_those_of_the_one_tokeniser(void **state)
{
    (void)state;
    const char *texts[] = {
        "",
        "Three B2B deals, 2nd day; don't, 3.5 or 1,200.50",
        "The U.S. and e.g. a.m.example.com needed.He don't.x 12b.c",
        "新しい町へ。 abc山2路 Новый Город, ЁЛКА",
        "cafe\xcc\x81 na\xc3\xafve “Don’t” l’été Straße ﬁnal",
    };
    stm_hashes h = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_like_the_scan(&h, (stm_str){texts[i], strlen(texts[i])});
    stm_hashes_free(&h);
}

static void damaged_text_has_no_words_and_says_where(void **state)
{
    (void)state;
    stm_hashes h = {0};
    stm_error err;
    stm_str good = STM_LIT("one two"), bad = STM_LIT("one two \xc3 three");
    assert_int_equal(stm_hashes_scan(&h, good, &err), STM_OK);
    assert_int_equal(h.count, 2);
    assert_int_equal(stm_hashes_scan(&h, bad, &err), STM_EARG);
    assert_int_equal(err.offset, 8);
    assert_int_equal(h.count, 0);
    stm_hashes_free(&h);
}

static void more_than_four_gib_is_a_limit_error(void **state)
{
    (void)state;
    stm_hashes h = {0};
    stm_str s = {"", (size_t)UINT32_MAX + 1};
    assert_int_equal(stm_hashes_scan(&h, s, NULL), STM_ELIMIT);
    stm_hashes_free(&h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_the_one_tokeniser),
        cmocka_unit_test(damaged_text_has_no_words_and_says_where),
        cmocka_unit_test(more_than_four_gib_is_a_limit_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
