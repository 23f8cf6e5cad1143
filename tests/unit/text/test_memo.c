#include "text/memo.h"

#include <stdio.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/str.h"

static const stm_known *ask(stm_memo *m, uint32_t tongue, const char *word,
                            uint8_t flags)
{
    stm_str bytes = stm_str_of(word);
    const stm_known *k =
        stm_memo__word(m, tongue, stm_word_hash(bytes), bytes, flags);
    assert_non_null(k);
    return k;
}

static void a_word_has_its_stem_of_its_language(void **state)
{
    (void)state;
    stm_memo m = {0};
    uint32_t english, none;
    assert_int_equal(stm_memo__language(&english, &m, "en", NULL), STM_OK);
    assert_int_equal(stm_memo__language(&none, &m, "", NULL), STM_OK);
    for (int again = 0; again < 2; again++) {
        const stm_known *k = ask(&m, english, "Sailing", STM_WORD_CAPITAL);
        assert_true(stm_str_eq(k->word, STM_LIT("sailing")));
        assert_true(stm_str_eq(k->stem, STM_LIT("sail")));
        assert_int_equal(k->stem_hash, stm_word_hash(STM_LIT("sail")));
        k = ask(&m, none, "Sailing", STM_WORD_CAPITAL);
        assert_true(stm_str_eq(k->stem, STM_LIT("sailing")));
        assert_int_equal(k->stem_hash, stm_word_hash(STM_LIT("sailing")));
    }
    assert_int_equal(m.known.count, 2);
    stm_memo__free(&m);
}

static void a_stem_need_not_begin_its_word(void **state)
{
    (void)state;
    stm_memo m = {0};
    uint32_t english;
    assert_int_equal(stm_memo__language(&english, &m, "en", NULL), STM_OK);
    const stm_known *k = ask(&m, english, "berries", 0);
    assert_true(stm_str_eq(k->stem, STM_LIT("berri")));
    k = ask(&m, english, "happily", 0);
    assert_true(stm_str_eq(k->stem, STM_LIT("happili")));
    stm_memo__free(&m);
}

static void function_words_and_numbers_are_their_own_stems(void **state)
{
    (void)state;
    stm_memo m = {0};
    uint32_t english;
    assert_int_equal(stm_memo__language(&english, &m, "en", NULL), STM_OK);
    assert_true(stm_str_eq(ask(&m, english, "this", 0)->stem, STM_LIT("this")));
    assert_true(stm_str_eq(ask(&m, english, "40s", STM_WORD_NUMBER)->stem,
                           STM_LIT("40s")));
    stm_memo__free(&m);
}

static void what_was_forgotten_is_found_anew(void **state)
{
    (void)state;
    enum { WORDS = 140000 };
    stm_memo m = {0};
    uint32_t english;
    char word[16];
    assert_int_equal(stm_memo__language(&english, &m, "en", NULL), STM_OK);
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%d", i);
        ask(&m, english, word, 0);
    }
    assert_in_range(m.known.count, 1, WORDS - 1);
    assert_true(stm_str_eq(ask(&m, english, "w7", 0)->word, STM_LIT("w7")));
    stm_memo__free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_has_its_stem_of_its_language),
        cmocka_unit_test(a_stem_need_not_begin_its_word),
        cmocka_unit_test(function_words_and_numbers_are_their_own_stems),
        cmocka_unit_test(what_was_forgotten_is_found_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
