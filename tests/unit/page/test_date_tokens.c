#include "read.h"

#include "page/date_tokens.h"

static void numbers_words_and_marks_follow_each_other(void **state)
{
    (void)state;
    static const char text[] = "16.\u00a0Mai, 2024Updated";
    stm_cursor c = {text, text + strlen(text)};
    stm_token t = stm_page__token(&c);
    assert_int_equal(t.kind, STM_TOKEN_NUMBER);
    assert_int_equal(t.value, 16);
    assert_int_equal(t.digits, 2);
    assert_true(stm_page__skip_mark(&c, '.'));
    t = stm_page__token(&c);
    assert_int_equal(t.kind, STM_TOKEN_WORD);
    assert_true(t.blank);
    assert_true(stm_str_eq(t.text, STM_LIT("Mai")));
    assert_false(stm_page__skip_mark(&c, '.'));
    assert_true(stm_page__skip_mark(&c, ','));
    assert_int_equal(stm_page__peek(c).value, 2024);
    stm_page__token(&c);
    assert_true(stm_page__skip_word(&c, "UPDATED"));
    assert_int_equal(stm_page__token(&c).kind, STM_TOKEN_END);
}

static void line_ends_are_marks(void **state)
{
    (void)state;
    const char *text = "\n5";
    stm_cursor c = {text, text + 2};
    assert_int_equal(stm_page__token(&c).mark, '\n');
    assert_int_equal(stm_page__token(&c).value, 5);
}

static void words_end_at_seams_and_are_bounded(void **state)
{
    (void)state;
    const char *text = "UpdatedMay";
    stm_cursor c = {text, text + strlen(text)};
    assert_true(stm_page__skip_word(&c, "updated"));
    assert_true(stm_page__skip_word(&c, "may"));
    char word[200];
    memset(word, 'a', sizeof word);
    c = (stm_cursor){word, word + sizeof word};
    assert_true(stm_page__token(&c).text.len < 60);
}

static void long_numbers_do_not_overflow(void **state)
{
    (void)state;
    const char *text = "99999999999999999999";
    stm_cursor c = {text, text + strlen(text)};
    stm_token t = stm_page__token(&c);
    assert_int_equal(t.digits, 20);
    assert_int_equal(t.value, 999999999);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_words_and_marks_follow_each_other),
        cmocka_unit_test(line_ends_are_marks),
        cmocka_unit_test(words_end_at_seams_and_are_bounded),
        cmocka_unit_test(long_numbers_do_not_overflow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
