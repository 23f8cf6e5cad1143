#include "base/sort.h"

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"

enum { MOST = 700 };

/* Numbers of `bits` bits, so that many bytes are alike in all. */
static uint64_t number(size_t i, unsigned bits)
{
    return stm_mix64(i + 1) >> (64 - bits);
}

static void short_numbers_come_in_order(void **state)
{
    (void)state;
    uint32_t x[MOST], room[MOST];
    for (size_t n = 0; n < MOST; n += 1 + n / 4)
        for (unsigned bits = 1; bits <= 32; bits += 5) {
            uint64_t sum = 0;
            for (size_t i = 0; i < n; i++)
                sum += x[i] = (uint32_t)number(i, bits);
            stm_sort_u32(x, room, n);
            for (size_t i = 0; i < n; i++) {
                assert_true(!i || x[i - 1] <= x[i]);
                sum -= x[i];
            }
            assert_int_equal(sum, 0);
        }
}

static void long_numbers_come_in_order(void **state)
{
    (void)state;
    uint64_t x[MOST], room[MOST];
    for (unsigned bits = 1; bits <= 64; bits += 7) {
        uint64_t all = 0;
        for (size_t i = 0; i < MOST; i++)
            all ^= x[i] = number(i, bits);
        stm_sort_u64(x, room, MOST);
        for (size_t i = 0; i < MOST; i++) {
            assert_true(!i || x[i - 1] <= x[i]);
            all ^= x[i];
        }
        assert_int_equal(all, 0);
    }
}

/* The highest bytes vary and tell nothing. */
static void numbers_that_differ_at_their_ends_come_in_order(void **state)
{
    (void)state;
    uint64_t x[MOST], room[MOST], all = 0;
    for (size_t i = 0; i < MOST; i++)
        all ^= x[i] = number(i, 40) | (i == 17 ? UINT64_C(1) << 63 : 0);
    stm_sort_u64(x, room, MOST);
    for (size_t i = 0; i < MOST; i++) {
        assert_true(!i || x[i - 1] <= x[i]);
        all ^= x[i];
    }
    assert_int_equal(all, 0);
}

static void equal_keys_keep_their_order(void **state)
{
    (void)state;
    stm_keyed x[MOST], room[MOST];
    for (uint32_t n = 2; n < MOST; n *= 3) {
        for (uint32_t i = 0; i < n; i++)
            x[i] = (stm_keyed){number(i, 64) & 0xf00f000000000000u, i};
        stm_sort_keyed(x, room, n);
        for (uint32_t i = 1; i < n; i++)
            assert_true(x[i - 1].key < x[i].key || (x[i - 1].key == x[i].key &&
                                                    x[i - 1].item < x[i].item));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_numbers_come_in_order),
        cmocka_unit_test(long_numbers_come_in_order),
        cmocka_unit_test(numbers_that_differ_at_their_ends_come_in_order),
        cmocka_unit_test(equal_keys_keep_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
