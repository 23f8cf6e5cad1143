#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include <stemma/text.h>

static stm_text *read_text(stm_words **w, const char *s)
{
    stm_text *t;
    stm_str bytes = {s, strlen(s)};
    stm_range all = {0, (uint32_t)strlen(s)};
    assert_int_equal(stm_words_scan(w, bytes, NULL), STM_OK);
    assert_int_equal(stm_text_new(&t, *w, &all, 1, "en", NULL), STM_OK);
    return t;
}

static void one_text_can_be_in_many_lexicons(void **state)
{
    (void)state;
    stm_words *w;
    stm_text *t = read_text(&w, "plums and pears and plums");
    for (int n = 0; n < 3; n++) {
        stm_lexicon *lex;
        stm_text *copy;
        assert_int_equal(stm_lexicon_new(&lex, NULL), STM_OK);
        assert_int_equal(stm_text_copy(&copy, t, NULL), STM_OK);
        assert_int_equal(stm_lexicon_add(lex, copy, NULL), STM_OK);
        assert_int_equal(copy->count, 5);
        assert_int_equal(copy->word[0], copy->word[4]);
        assert_int_equal(stm_lexicon_texts(lex), 1);
        assert_int_equal(stm_lexicon_cf(lex, copy->word[0]), 2);
        stm_text_free(copy);
        stm_lexicon_free(lex);
    }
    stm_text_free(t);
    stm_words_free(w);
}

static void a_text_in_a_lexicon_is_not_copied(void **state)
{
    (void)state;
    stm_words *w;
    stm_lexicon *lex;
    stm_text *t = read_text(&w, "plums"), *copy;
    assert_int_equal(stm_lexicon_new(&lex, NULL), STM_OK);
    assert_int_equal(stm_lexicon_add(lex, t, NULL), STM_OK);
    assert_int_equal(stm_text_copy(&copy, t, NULL), STM_EARG);
    assert_null(copy);
    stm_text_free(t);
    stm_lexicon_free(lex);
    stm_words_free(w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_text_can_be_in_many_lexicons),
        cmocka_unit_test(a_text_in_a_lexicon_is_not_copied),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
