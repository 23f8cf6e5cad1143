#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/str.h"
#include "capture/decode.h"
#include "pack.h"

typedef struct expected {
    const char *text, *charset;
    uint64_t replaced;
} expected;

static void expect(stm_str bytes, const char *label, bool markup, expected e)
{
    stm_decoded d;
    assert_int_equal(stm_charset__decode(&d, pack_copy(bytes),
                                         stm_str_of(label), markup, NULL),
                     STM_OK);
    assert_true(
        stm_str_eq((stm_str){d.text.ptr, d.text.len}, stm_str_of(e.text)));
    if (e.charset)
        assert_string_equal(d.charset ? d.charset : "none", e.charset);
    else
        assert_null(d.charset);
    assert_int_equal(d.replaced, e.replaced);
    free(d.text.ptr);
}

static void utf8_stays_whatever_it_is_called(void **state)
{
    (void)state;
    expect(STM_LIT("<meta charset=koi8-r>Café — Мост"), "windows-1251", true,
           (expected){"<meta charset=koi8-r>Café — Мост", NULL, 0});
    expect(STM_LIT("plain"), NULL, true, (expected){"plain", NULL, 0});
    expect(STM_LIT(""), NULL, true, (expected){"", NULL, 0});
}

static void a_mark_is_taken_off_and_believed(void **state)
{
    (void)state;
    expect(STM_LIT("\xef\xbb\xbf"
                   "Café"),
           "koi8-r", true, (expected){"Café", NULL, 0});
    expect(STM_LIT("\xff\xfe<\0p\0>\0\xe9\0"), "utf-8", true,
           (expected){"<p>é", "UTF-16LE", 0});
    expect(STM_LIT("\xfe\xff\0<\0p\0>\0\xe9"), NULL, true,
           (expected){"<p>é", "UTF-16BE", 0});
}

static void the_server_is_believed_before_the_page(void **state)
{
    (void)state;
    stm_str page = STM_LIT("<meta charset=windows-1251>\xe9");
    expect(page, "iso-8859-1", true,
           (expected){"<meta charset=windows-1251>é", "WINDOWS-1252", 0});
    expect(page, NULL, true,
           (expected){"<meta charset=windows-1251>й", "WINDOWS-1251", 0});
    expect(page, "nonsense", true,
           (expected){"<meta charset=windows-1251>й", "WINDOWS-1251", 0});
}

static void a_server_that_is_wrong_about_utf8_is_not_believed(void **state)
{
    (void)state;
    expect(STM_LIT("<meta charset=windows-1251>\xcc\xee\xf1\xf2"), "utf-8",
           true,
           (expected){"<meta charset=windows-1251>Мост", "WINDOWS-1251", 0});
}

static void labels_of_small_sets_mean_larger_ones(void **state)
{
    (void)state;
    /* quotes of Windows in what is called Latin 1, and a letter that GB2312
     * does not have */
    expect(STM_LIT("\x93hi\x94 \x80"), "iso-8859-1", true,
           (expected){"“hi” €", "WINDOWS-1252", 0});
    expect(STM_LIT("\xe9\x46"), "gb2312", true, (expected){"镕", "GB18030", 0});
}

static void text_that_is_no_markup_has_no_meta_element(void **state)
{
    (void)state;
    expect(
        STM_LIT("<meta charset=windows-1251> it\x92s \x93so\x94"), NULL, false,
        (expected){"<meta charset=windows-1251> it’s “so”", "WINDOWS-1252", 0});
}

static void damaged_utf8_is_repaired_and_counted(void **state)
{
    (void)state;
    expect(STM_LIT("Café olé \xff"), "iso-8859-1", true,
           (expected){"Café olé \xef\xbf\xbd", NULL, 1});
}

static void mail_sets_of_ascii_bytes_are_converted_when_declared(void **state)
{
    (void)state;
    stm_str jis = STM_LIT("\x1b$B66\x1b(B");
    expect(jis, "iso-2022-jp", false, (expected){"橋", "ISO-2022-JP", 0});
    expect(jis, NULL, false, (expected){"\x1b$B66\x1b(B", NULL, 0});
}

static void nothing_told_is_guessed_and_at_worst_western(void **state)
{
    (void)state;
    expect(STM_LIT("<p>The captain\x92s caf\xe9"), NULL, true,
           (expected){"<p>The captain’s café", "WINDOWS-1252", 0});
    expect(STM_LIT("<meta charset=utf-16><p>\xcc\xee\xf1\xf2 "
                   "\xe7\xe0\xea\xf0\xfb\xf2 \xe4\xeb\xff "
                   "\xe2\xf1\xe5\xf5"),
           NULL, true,
           (expected){"<meta charset=utf-16><p>Мост закрыт для всех",
                      "WINDOWS-1251", 0});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_stays_whatever_it_is_called),
        cmocka_unit_test(a_mark_is_taken_off_and_believed),
        cmocka_unit_test(the_server_is_believed_before_the_page),
        cmocka_unit_test(a_server_that_is_wrong_about_utf8_is_not_believed),
        cmocka_unit_test(labels_of_small_sets_mean_larger_ones),
        cmocka_unit_test(text_that_is_no_markup_has_no_meta_element),
        cmocka_unit_test(damaged_utf8_is_repaired_and_counted),
        cmocka_unit_test(mail_sets_of_ascii_bytes_are_converted_when_declared),
        cmocka_unit_test(nothing_told_is_guessed_and_at_worst_western),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
