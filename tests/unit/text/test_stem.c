#include "said.h"

#include "text/stem.h"

static void assert_stem(const char *language, const char *word,
                        const char *stem)
{
    stm_stemmer *s;
    assert_int_equal(stm_text__stemmer_new(&s, language, NULL), STM_OK);
    stm_str is = stm_text__stem(s, (stm_str){word, strlen(word)});
    assert_int_equal(is.len, strlen(stem));
    assert_memory_equal(is.ptr, stem, is.len);
    stm_text__stemmer_free(s);
}

static void endings_are_taken_by_language(void **state)
{
    (void)state;
    assert_stem("en", "bridges", "bridg");
    assert_stem("en", "mill's", "mill");
    assert_stem("de", "brücken", "bruck");
    assert_stem("fr", "moulins", "moulin");
    assert_stem("ru", "мельницы", "мельниц");
    assert_stem("no", "møllene", "møll");
    assert_stem("nb", "møllene", "møll");
}

static void a_language_without_a_stemmer_takes_none(void **state)
{
    (void)state;
    const char *without[] = {"zh", "vi", "xx", ""};
    for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
        stm_stemmer *s;
        assert_int_equal(stm_text__stemmer_new(&s, without[i], NULL), STM_OK);
        assert_null(s);
        assert_stem(without[i], "mills", "mills");
    }
}

static void a_word_is_never_stemmed_away(void **state)
{
    (void)state;
    assert_stem("en", "'s", "'s");
    assert_stem("en", "'", "'");
    assert_stem("en", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(endings_are_taken_by_language),
        cmocka_unit_test(a_language_without_a_stemmer_takes_none),
        cmocka_unit_test(a_word_is_never_stemmed_away),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
