#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdbool.h>
#include <string.h>

#include <stemma/text.h>

#include "base/str.h"
#include "text/formula_words.h"

static bool is_formula(const char *word)
{
    return stm_text__is_formula(stm_word_hash(stm_str_of(word)));
}

static void words_of_notices_are_known_in_any_case(void **state)
{
    (void)state;
    assert_true(is_formula("copyright"));
    assert_true(is_formula("Reserved"));
    assert_true(is_formula("REUTERS"));
    assert_true(is_formula("Vervielfältigung"));
    assert_true(is_formula("запрещено"));
}

static void words_of_stories_are_not(void **state)
{
    (void)state;
    assert_false(is_formula("harbour"));
    assert_false(is_formula("storm"));
    assert_false(is_formula("the"));
}

/* As the table is hashed from the words as they are listed. */
static void listed_words_are_folded(void **state)
{
    (void)state;
    static const char *const lists[] = {
#define LANGUAGE(code, words) words,
#include "text/formula_words.inc"
#undef LANGUAGE
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        for (const char *w = lists[i]; *w;) {
            char word[64] = {0};
            size_t len = strcspn(w, " ");
            assert_true(len > 0 && len < sizeof word);
            memcpy(word, w, len);
            if (!is_formula(word))
                fail_msg("'%s' is not folded", word);
            w += len + (w[len] == ' ');
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_notices_are_known_in_any_case),
        cmocka_unit_test(words_of_stories_are_not),
        cmocka_unit_test(listed_words_are_folded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
