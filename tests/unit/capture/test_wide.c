#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include <stemma/capture.h>

#include "base/str.h"
#include "capture/charset.h"
#include "capture/input.h"

static const char *const sets[] = {"UTF-16LE", "UTF-16BE", "UTF-32LE",
                                   "UTF-32BE"};

static const char prose[] =
    "The bridge — closed since May — reopens.\nМост снова открыт для всех.\n";

/* The prose in a wide set, by way of the test's own encoder (its letters are
 * all in the basic plane). */
static size_t encode(unsigned char *out, const char *set)
{
    size_t unit = strstr(set, "32") ? 4 : 2, n = 0;
    const unsigned char *p = (const unsigned char *)prose;
    while (*p) {
        uint32_t c = *p++;
        if (c >= 0xe0)
            c = (c & 15) << 12 | (p[0] & 63u) << 6 | (p[1] & 63u), p += 2;
        else if (c >= 0xc0)
            c = (c & 31) << 6 | (p[0] & 63u), p++;
        for (size_t i = 0; i < unit; i++) {
            size_t shift = set[6] == 'L' ? i * 8 : (unit - 1 - i) * 8;
            out[n++] = (unsigned char)(c >> shift);
        }
    }
    return n;
}

static void expect_prose(const unsigned char *bytes, size_t len,
                         const char *set)
{
    stm_capture *c;
    stm_error err = {0};
    if (stm_capture_from_bytes(&c, STM_LIT("test"), bytes, len, NULL, &err))
        fail_msg("%s: %s", set, err.message);
    assert_true(stm_str_eq(c->charset, stm_str_of(set)));
    assert_true(stm_str_eq(c->text, stm_str_of(prose)));
    assert_int_equal(c->replaced, 0);
    stm_capture_free(c);
}

static void wide_text_without_a_mark_is_told_by_its_zeros(void **state)
{
    (void)state;
    unsigned char bytes[400];
    for (size_t i = 0; i < 4; i++)
        expect_prose(bytes, encode(bytes, sets[i]), sets[i]);
}

static void a_mark_names_the_set_and_is_not_part_of_the_text(void **state)
{
    (void)state;
    static const stm_str marks[] = {{"\xff\xfe", 2},
                                    {"\xfe\xff", 2},
                                    {"\xff\xfe\0\0", 4},
                                    {"\0\0\xfe\xff", 4}};
    unsigned char bytes[400];
    for (size_t i = 0; i < 4; i++) {
        memcpy(bytes, marks[i].ptr, marks[i].len);
        size_t n = encode(bytes + marks[i].len, sets[i]);
        expect_prose(bytes, n + marks[i].len, sets[i]);
    }
}

static void half_a_pair_is_replaced(void **state)
{
    (void)state;
    stm_capture *c;
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("test"),
                                            "\xff\xfe"
                                            "o\0k\0\0\xd8",
                                            8, NULL, NULL),
                     STM_OK);
    assert_true(stm_str_eq(c->text, STM_LIT("ok\xef\xbf\xbd")));
    assert_int_equal(c->replaced, 1);
    stm_capture_free(c);
}

static void narrow_text_is_not_wide(void **state)
{
    (void)state;
    size_t mark;
    assert_null(stm_capture__wide_charset(STM_LIT(""), &mark));
    assert_null(stm_capture__wide_charset(STM_LIT("a"), &mark));
    assert_null(stm_capture__wide_charset(STM_LIT("a plain line\n"), &mark));
    assert_null(stm_capture__wide_charset(STM_LIT("\0\0\0\0\0\0\0\0"), &mark));
}

static void noise_behind_a_mark_is_binary(void **state)
{
    (void)state;
    unsigned char noise[2000] = {0xff, 0xfe};
    uint32_t x = 7;
    for (size_t i = 2; i < sizeof noise; i++) {
        x = x * 1664525u + 1013904223u;
        noise[i] = (unsigned char)(x >> 24);
    }
    stm_capture *c;
    stm_error err = {0};
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("test"), noise,
                                            sizeof noise, NULL, &err),
                     STM_EFORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wide_text_without_a_mark_is_told_by_its_zeros),
        cmocka_unit_test(a_mark_names_the_set_and_is_not_part_of_the_text),
        cmocka_unit_test(half_a_pair_is_replaced),
        cmocka_unit_test(narrow_text_is_not_wide),
        cmocka_unit_test(noise_behind_a_mark_is_binary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
