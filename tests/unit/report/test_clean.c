#include "report/clean.h"

#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void assert_put(void (*put)(stm_buf *b, stm_str s), stm_str s,
                       const char *expected)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    stm_buf b;
    stm_buf_start(&b, &sink);
    put(&b, s);
    assert_int_equal(stm_buf_end(&b), STM_OK);
    assert_string_equal(taken.bytes, expected);
    free(taken.bytes);
}

static void control_characters_are_left_out(void **state)
{
    (void)state;
    assert_put(stm_clean__text,
               STM_LIT("a\x1b[31mb\x07"
                       "c\x7f"
                       "d\xc2\x9b"
                       "e"),
               "a[31mbcd e");
    assert_put(stm_clean__line, STM_LIT("a\x1b]0;x\x07\xc2\x85z"), "a]0;x z");
}

static void what_parted_words_parts_them_still(void **state)
{
    (void)state;
    assert_put(stm_clean__text, STM_LIT("a\vb\fc\xc2\x97z"), "a b c z");
}

static void tabs_and_ends_of_line_stay(void **state)
{
    (void)state;
    assert_put(stm_clean__text, STM_LIT("a\tb\nc\r\nd\re"), "a\tb\nc\nd\ne");
    assert_put(stm_clean__line, STM_LIT("a\tb\nc"), "a b c");
}

static void other_characters_stay_as_they_are(void **state)
{
    (void)state;
    assert_put(stm_clean__text, STM_LIT("\xc3\xbc \xc2\xa0\xe2\x80\x99"),
               "\xc3\xbc \xc2\xa0\xe2\x80\x99");
}

static void a_name_that_is_not_utf8_is_shown(void **state)
{
    (void)state;
    assert_put(stm_clean__line, STM_LIT("a\xff.txt"), "a\\xff.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(control_characters_are_left_out),
        cmocka_unit_test(what_parted_words_parts_them_still),
        cmocka_unit_test(tabs_and_ends_of_line_stay),
        cmocka_unit_test(other_characters_stay_as_they_are),
        cmocka_unit_test(a_name_that_is_not_utf8_is_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
