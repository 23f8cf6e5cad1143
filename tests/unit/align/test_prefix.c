#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/prefix.h"
#include "base/cpu.h"

enum { MOST = 70, OFFSETS = 9 };

static void all_ways_agree_at_every_length_and_offset(void **state)
{
    (void)state;
    uint32_t a[MOST + OFFSETS], b[MOST + OFFSETS];
    for (uint32_t at = 0; at < OFFSETS; at++)
        for (uint32_t n = 0; n <= MOST; n++)
            for (uint32_t same = 0; same <= n; same++) {
                for (uint32_t i = 0; i < MOST + OFFSETS; i++)
                    a[i] = b[i] = i * 2654435761u;
                if (same < n)
                    b[at + same]++;
                assert_int_equal(stm_align__prefix_scalar(a + at, b + at, n),
                                 same);
                assert_int_equal(stm_align__prefix()(a + at, b + at, n), same);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_ways_agree_at_every_length_and_offset),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
