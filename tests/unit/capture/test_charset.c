#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "capture/charset.h"

static void expect_guess(const char *bytes, const char *charset)
{
    stm_str s = stm_str_of(bytes);
    stm_utf8_survey v = stm_utf8_look(s);
    assert_string_equal(stm_charset_guess(s, &v).name, charset);
}

static void a_few_high_bytes_among_letters_are_windows_1252(void **state)
{
    (void)state;
    expect_guess("It\x92s late.", "WINDOWS-1252");
    expect_guess("\xc9t\xe9 \xe0 la plage.", "WINDOWS-1252");
}

static void english_apostrophes_are_no_polish_letters(void **state)
{
    (void)state;
    expect_guess("They couldn\x92t keep it open, and it\x92s the engineers\x92 "
                 "report that didn\x92t hide why. \x93We can\x92t,\x94 she "
                 "said \x96 and wouldn\x92t say more.",
                 "WINDOWS-1252");
}

static void other_scripts_are_told_from_few_letters(void **state)
{
    (void)state;
    expect_guess(
        "\xcc\xee\xf1\xf2 \xe7\xe0\xea\xf0\xfb\xf2.", /* Мост закрыт. */
        "WINDOWS-1251");
    expect_guess("\xed\xcf\xd3\xd4 \xda\xc1\xcb\xd2\xd9\xd4.", "KOI8-R");
}

static void expect_text(stm_str s, const char *charset, size_t unit,
                        const char *text, uint64_t replaced)
{
    stm_bytes b;
    uint64_t count;
    assert_int_equal(stm_charset_convert(&b, &count, s, charset, unit, NULL),
                     STM_OK);
    assert_int_equal(b.len, strlen(text));
    assert_memory_equal(b.ptr, text, b.len);
    assert_int_equal(count, replaced);
    free(b.ptr);
}

static void letters_become_utf8(void **state)
{
    (void)state;
    expect_text(STM_LIT("\x93"
                        "Caf\xe9\x94 \x80"
                        "3"),
                "WINDOWS-1252", 1, "“Café” €3", 0);
    expect_text(STM_LIT("\x8b\xb4"), "SHIFT_JIS", 1, "橋", 0);
    expect_text(STM_LIT(""), "WINDOWS-1252", 1, "", 0);
}

static void a_letter_held_back_to_the_end_is_not_lost(void **state)
{
    (void)state;
    /* iconv keeps a Hebrew or Vietnamese letter until it knows that no point
     * or accent follows */
    expect_text(STM_LIT("\xe2\xf9\xf8"), "WINDOWS-1255", 1, "גשר", 0);
    expect_text(STM_LIT("\x8c\xe1"), "WINDOWS-1258", 1, "Œá", 0);
}

static void what_cannot_be_converted_is_replaced_and_counted(void **state)
{
    (void)state;
    expect_text(STM_LIT("a\x81z"), "WINDOWS-1252", 1, "a\xef\xbf\xbdz", 1);
    expect_text(STM_LIT("a\0\0\xdcz\0"), "UTF-16LE", 2, "a\xef\xbf\xbdz", 1);
    expect_text(STM_LIT("a\0z"), "UTF-16LE", 2, "a\xef\xbf\xbd", 1);
}

static void many_replacements_find_room(void **state)
{
    (void)state;
    enum { N = 5000 };
    char bytes[N];
    stm_bytes b;
    uint64_t count;
    memset(bytes, '\x81', N);
    assert_int_equal(stm_charset_convert(&b, &count, (stm_str){bytes, N},
                                         "WINDOWS-1252", 1, NULL),
                     STM_OK);
    assert_int_equal(b.len, 3 * N);
    assert_int_equal(count, N);
    free(b.ptr);
}

static void an_unknown_set_is_a_format_error(void **state)
{
    (void)state;
    stm_bytes b;
    uint64_t count;
    stm_error err;
    assert_int_equal(
        stm_charset_convert(&b, &count, STM_LIT("a"), "NO-SUCH-1", 1, &err),
        STM_EFORMAT);
    assert_string_equal(err.message,
                        "in the character set NO-SUCH-1, which this system "
                        "cannot convert; convert it to UTF-8 first");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_few_high_bytes_among_letters_are_windows_1252),
        cmocka_unit_test(english_apostrophes_are_no_polish_letters),
        cmocka_unit_test(other_scripts_are_told_from_few_letters),
        cmocka_unit_test(letters_become_utf8),
        cmocka_unit_test(a_letter_held_back_to_the_end_is_not_lost),
        cmocka_unit_test(what_cannot_be_converted_is_replaced_and_counted),
        cmocka_unit_test(many_replacements_find_room),
        cmocka_unit_test(an_unknown_set_is_a_format_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
