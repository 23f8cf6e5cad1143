#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include <stemma/capture.h>

#include "base/str.h"

static stm_capture *read_well(stm_str bytes)
{
    stm_capture *c;
    stm_error err = {0};
    if (stm_capture_from_bytes(&c, STM_LIT("test"), bytes.ptr, bytes.len, NULL,
                               &err) != STM_OK)
        fail_msg("%s", err.message);
    return c;
}

static void expect(stm_str bytes, stm_str text, const char *charset,
                   uint64_t replaced)
{
    stm_capture *c = read_well(bytes);
    assert_int_equal(c->text.len, text.len);
    assert_memory_equal(c->text.ptr, text.ptr, text.len);
    if (charset)
        assert_true(stm_str_eq(c->charset, stm_str_of(charset)));
    else
        assert_null(c->charset.ptr);
    assert_int_equal(c->replaced, replaced);
    stm_capture_free(c);
}

static void expect_skip(stm_str bytes, const char *reason)
{
    stm_capture *c;
    stm_error err = {0};
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("test"), bytes.ptr,
                                            bytes.len, NULL, &err),
                     STM_EFORMAT);
    assert_string_equal(err.message, reason);
}

static void utf8_stays_as_it_is(void **state)
{
    (void)state;
    stm_str s = STM_LIT("\xef\xbb\xbfLe pont — fermé.\r\n\r\n");
    expect(s, s, NULL, 0);
}

static void one_word_is_a_text(void **state)
{
    (void)state;
    expect(STM_LIT("word"), STM_LIT("word"), NULL, 0);
}

static void a_stray_nul_in_prose_is_kept(void **state)
{
    (void)state;
    char text[200];
    memset(text, 'a', sizeof text);
    text[77] = '\0';
    stm_str s = {text, sizeof text};
    expect(s, s, NULL, 0);
}

static void damaged_utf8_is_repaired_and_counted(void **state)
{
    (void)state;
    expect(STM_LIT("Caf\xc3\xa9 \xff ol\xc3\xa9"),
           STM_LIT("Café \xef\xbf\xbd olé"), NULL, 1);
}

static void a_last_letter_cut_in_two_is_repaired(void **state)
{
    (void)state;
    expect(STM_LIT("The end\xe2\x80"), STM_LIT("The end\xef\xbf\xbd"), NULL, 1);
}

static void an_8_bit_set_is_converted(void **state)
{
    (void)state;
    expect(STM_LIT("The captain\x92s caf\xe9 stays open."),
           STM_LIT("The captain’s café stays open."), "WINDOWS-1252", 0);
}

static void a_mail_set_of_ascii_bytes_is_converted(void **state)
{
    (void)state;
    expect(STM_LIT("\x1b$B;TD9$O6[5^$K66$rJD:?$9$k$HH/I=$7$?!#\x1b(B\n"),
           STM_LIT("市長は緊急に橋を閉鎖すると発表した。\n"), "ISO-2022-JP", 0);
}

static void an_escape_alone_is_no_shift(void **state)
{
    (void)state;
    stm_str s = STM_LIT("\x1b[1mbold\x1b[0m words of a log\n");
    expect(s, s, NULL, 0);
}

static void white_space_alone_is_empty(void **state)
{
    (void)state;
    expect_skip(STM_LIT(""), "empty");
    expect_skip(STM_LIT("\n \t\r\n"), "empty");
    expect_skip(STM_LIT("\xef\xbb\xbf"), "empty");
    expect_skip(STM_LIT("\xff\xfe"), "empty");
    expect_skip(STM_LIT("\xff\xfe \0\n\0"), "empty");
}

static const char binary[] =
    "binary data, not text; save it as plain text first";

static void control_characters_make_it_binary(void **state)
{
    (void)state;
    expect_skip(STM_LIT("\x7f"
                        "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0\76\0\1\0\0\0"),
                binary);
    expect_skip(STM_LIT("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1"), binary);
    expect_skip(STM_LIT("\0\0\0\0"), binary);
}

static void noise_is_binary(void **state)
{
    (void)state;
    static char noise[100000];
    uint32_t x = 1;
    for (size_t i = 0; i < sizeof noise; i++) {
        x = x * 1664525u + 1013904223u;
        noise[i] = (char)(x >> 24);
    }
    for (size_t len = 500; len <= sizeof noise; len *= 4)
        expect_skip((stm_str){noise, len}, binary);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(utf8_stays_as_it_is),
        cmocka_unit_test(one_word_is_a_text),
        cmocka_unit_test(a_stray_nul_in_prose_is_kept),
        cmocka_unit_test(damaged_utf8_is_repaired_and_counted),
        cmocka_unit_test(a_last_letter_cut_in_two_is_repaired),
        cmocka_unit_test(an_8_bit_set_is_converted),
        cmocka_unit_test(a_mail_set_of_ascii_bytes_is_converted),
        cmocka_unit_test(an_escape_alone_is_no_shift),
        cmocka_unit_test(white_space_alone_is_empty),
        cmocka_unit_test(control_characters_make_it_binary),
        cmocka_unit_test(noise_is_binary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
