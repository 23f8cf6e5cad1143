#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "relate/next_mark.h"

enum { MOST = 100, OFFSETS = 35 };

static void every_byte_is_a_mark_or_none(void **state)
{
    (void)state;
    char text[MOST];
    for (int c = 0; c < 256; c++) {
        memset(text, 'x', sizeof text);
        text[40] = (char)c;
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                     (c >= '0' && c <= '9') || c == ' ' || c > 0x80;
        size_t want = plain ? MOST : 40;
        assert_int_equal(stm_relate__next_mark_scalar(text, MOST), want);
        assert_int_equal(stm_relate__next_mark()(text, MOST), want);
    }
}

static void all_ways_agree_at_every_length_and_offset(void **state)
{
    (void)state;
    char text[MOST + OFFSETS];
    for (size_t at = 0; at < OFFSETS; at++)
        for (size_t n = 0; n <= MOST; n++)
            for (size_t mark = 0; mark <= n; mark++) {
                memset(text, 'a', sizeof text);
                if (at + mark < sizeof text)
                    text[at + mark] = ',';
                assert_int_equal(stm_relate__next_mark()(text + at, n), mark);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_is_a_mark_or_none),
        cmocka_unit_test(all_ways_agree_at_every_length_and_offset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
