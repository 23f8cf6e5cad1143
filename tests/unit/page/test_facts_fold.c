#include "said.h"

#include "page/facts_fold.h"

static void assert_folded(const char *raw, const char *want)
{
    stm_arena mem = {0};
    assert_str(stm_page__fold_words(&mem, stm_str_of(raw)), want);
    stm_arena_free(&mem);
}

static void words_are_all_that_counts(void **state)
{
    (void)state;
    assert_folded("  The Bridge: it\u2019s OPEN! ", "the bridge its open");
    assert_folded("\u00c9TUDE, 2024", "\u00e9tude 2024");
    assert_folded("\u041c\u041e\u0421\u0422", "\u043c\u043e\u0441\u0442");
    assert_folded("?!", "");
    assert_folded("", "");
}

static void parts_are_found_by_whole_words(void **state)
{
    (void)state;
    stm_str s = STM_LIT("the bridge is open");
    assert_true(stm_page__holds_words(s, STM_LIT("the bridge")));
    assert_true(stm_page__holds_words(s, STM_LIT("open")));
    assert_true(stm_page__holds_words(s, s));
    assert_false(stm_page__holds_words(s, STM_LIT("the brid")));
    assert_false(stm_page__holds_words(s, STM_LIT("")));
    assert_false(stm_page__holds_words(STM_LIT(""), s));
}

static void marks_at_both_ends_go(void **state)
{
    (void)state;
    assert_str(stm_page__trim_marks(STM_LIT(" | A \u2013 B \u2014 ")),
               "A \u2013 B");
    assert_int_equal(stm_page__trim_marks(STM_LIT(" - ")).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_all_that_counts),
        cmocka_unit_test(parts_are_found_by_whole_words),
        cmocka_unit_test(marks_at_both_ends_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
