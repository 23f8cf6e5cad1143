#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/str.h"
#include "base/utf8.h"
#include "base/utf8_ascii.h"

static void well_formed_text_has_nothing_bad(void **state)
{
    (void)state;
    stm_utf8_survey v = stm_utf8_look(STM_LIT("pier é € 𐍈\r\n\tend"));
    assert_int_equal(v.good, 3);
    assert_int_equal(v.bad, 0);
    assert_int_equal(v.high, 9);
    assert_int_equal(v.controls, 0);
    assert_int_equal(v.first_high, 5);
    assert_false(v.cut);
}

static size_t bad_in(stm_str s) { return stm_utf8_look(s).bad; }

static void the_standards_limits_hold(void **state)
{
    (void)state;
    assert_int_equal(bad_in(STM_LIT("\xc0\x80")), 2); /* overlong */
    assert_int_equal(bad_in(STM_LIT("\xc1\xbf")), 2);
    assert_int_equal(bad_in(STM_LIT("\xe0\x9f\xbf")), 3);
    assert_int_equal(bad_in(STM_LIT("\xe0\xa0\x80")), 0);
    assert_int_equal(bad_in(STM_LIT("\xed\x9f\xbf")), 0);
    assert_int_equal(bad_in(STM_LIT("\xed\xa0\x80")), 3); /* surrogate */
    assert_int_equal(bad_in(STM_LIT("\xf0\x8f\xbf\xbf")), 4);
    assert_int_equal(bad_in(STM_LIT("\xf0\x90\x80\x80")), 0);
    assert_int_equal(bad_in(STM_LIT("\xf4\x8f\xbf\xbf")), 0);
    assert_int_equal(bad_in(STM_LIT("\xf4\x90\x80\x80")), 4); /* too large */
    assert_int_equal(bad_in(STM_LIT("\xf5\x80\x80\x80")), 4);
    assert_int_equal(bad_in(STM_LIT("\x80")), 1);
    assert_int_equal(bad_in(STM_LIT("\xf0\x90\x80"
                                    "a")),
                     1);
}

static void a_sequence_cut_by_the_end_is_told_from_a_wrong_one(void **state)
{
    (void)state;
    assert_true(stm_utf8_look(STM_LIT("end\xe2\x80")).cut);
    assert_false(stm_utf8_look(STM_LIT("end\xe2")).cut);
    assert_false(stm_utf8_look(STM_LIT("end\xe2\x80.")).cut);
}

static void controls_are_counted_at_every_place_in_a_word(void **state)
{
    (void)state;
    static const char controls[] = {0, 1, 0x1f, 0x7f};
    for (size_t len = 1; len < 40; len++)
        for (size_t i = 0; i < len; i++) {
            char text[40];
            memset(text, 'a', sizeof text);
            text[i] = controls[i % 4];
            assert_int_equal(stm_utf8_look((stm_str){text, len}).controls, 1);
            text[i] = '~';
            assert_int_equal(stm_utf8_look((stm_str){text, len}).controls, 0);
            text[i] = '\xff';
            assert_int_equal(bad_in((stm_str){text, len}), 1);
        }
}

/* The slow way, from the survey of every head. */
static size_t valid_by_survey(stm_str s)
{
    size_t good = 0;
    for (size_t n = 1; n <= s.len; n++)
        if (!bad_in((stm_str){s.ptr, n}))
            good = n;
    return good;
}

static void valid_bytes_are_counted_up_to_the_first_bad_one(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a long way of plain letters, over 32",
                                         "é",
                                         "€",
                                         "𐍈",
                                         "\xed\x9f\xbf",
                                         "\xed\xa0\x80",
                                         "\xe0\x9f\xbf",
                                         "\xff",
                                         "\xf4\x90\x80\x80"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    uint32_t x = 1;
    for (int round = 0; round < 300; round++) {
        char text[200];
        size_t n = 0;
        for (int i = 0; i < 5; i++) {
            x = x * 1664525u + 1013904223u;
            /* the bad ones seldom */
            const char *p = pieces[(x >> 16) % (i == 4 ? PIECES : 4)];
            memcpy(text + n, p, strlen(p));
            n += strlen(p);
        }
        stm_str s = {text, n};
        assert_int_equal(stm_utf8_valid(s), valid_by_survey(s));
    }
    assert_int_equal(stm_utf8_valid(STM_LIT("")), 0);
}

static void runs_of_ascii_are_found_alike(void **state)
{
    (void)state;
    unsigned char text[300];
    for (size_t at = 0; at < sizeof text; at++)
        for (size_t from = 0; from < 70; from++) {
            memset(text, 'a', sizeof text);
            text[at] = 0xc3;
            assert_int_equal(
                stm_ascii_run(text + from, sizeof text - from),
                stm_ascii_run_scalar(text + from, sizeof text - from));
        }
}

static void repair_puts_one_mark_for_each_bad_sequence(void **state)
{
    (void)state;
    stm_bytes b;
    uint64_t replaced;
    /* the example of the Unicode standard, table 3-11 */
    stm_str s = STM_LIT("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41");
    assert_int_equal(stm_utf8_repair(&b, &replaced, s, NULL), STM_OK);
    assert_int_equal(replaced, 4);
    assert_int_equal(b.len, 13);
    assert_memory_equal(b.ptr,
                        "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
                        "\x41",
                        13);
    free(b.ptr);
}

static void repair_keeps_what_is_good(void **state)
{
    (void)state;
    stm_bytes b;
    uint64_t replaced;
    assert_int_equal(stm_utf8_repair(&b, &replaced,
                                     STM_LIT("é\xff"
                                             "a"),
                                     NULL),
                     STM_OK);
    assert_int_equal(replaced, 1);
    assert_int_equal(b.len, 6);
    assert_memory_equal(b.ptr,
                        "é\xef\xbf\xbd"
                        "a",
                        6);
    free(b.ptr);
}

static void blank_is_what_shows_no_ink(void **state)
{
    (void)state;
    assert_true(stm_utf8_is_blank(STM_LIT("")));
    assert_true(stm_utf8_is_blank(STM_LIT(" \r\n\t\v\f")));
    assert_true(stm_utf8_is_blank(STM_LIT("\xef\xbb\xbf\xc2\xa0\xe3\x80\x80")));
    assert_false(stm_utf8_is_blank(STM_LIT("  .")));
    assert_false(stm_utf8_is_blank(STM_LIT("\xc2\xa1")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_text_has_nothing_bad),
        cmocka_unit_test(the_standards_limits_hold),
        cmocka_unit_test(a_sequence_cut_by_the_end_is_told_from_a_wrong_one),
        cmocka_unit_test(controls_are_counted_at_every_place_in_a_word),
        cmocka_unit_test(valid_bytes_are_counted_up_to_the_first_bad_one),
        cmocka_unit_test(runs_of_ascii_are_found_alike),
        cmocka_unit_test(repair_puts_one_mark_for_each_bad_sequence),
        cmocka_unit_test(repair_keeps_what_is_good),
        cmocka_unit_test(blank_is_what_shows_no_ink),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
