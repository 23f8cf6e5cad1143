#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/hash.h"

static void the_hash_is_the_same_on_every_machine(void **state)
{
    (void)state;
    /* splitmix64 from state 0: its published first output */
    assert_true(stm_mix64(UINT64_C(0x9e3779b97f4a7c15)) ==
                UINT64_C(0xe220a8397b1dcdaf));
}

static void one_changed_byte_changes_the_hash(void **state)
{
    (void)state;
    char a[40] = "the ferry leaves at noon from pier four";
    for (size_t n = 1; n < sizeof a; n++) {
        uint64_t before = stm_hash_bytes(a, n);
        for (size_t i = 0; i < n; i++) {
            a[i] ^= 1;
            assert_true(stm_hash_bytes(a, n) != before);
            a[i] ^= 1;
        }
        assert_true(stm_hash_bytes(a, n - 1) != before);
    }
}

static void the_order_of_a_pair_counts(void **state)
{
    (void)state;
    assert_true(stm_hash_pair(1, 2) != stm_hash_pair(2, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_hash_is_the_same_on_every_machine),
        cmocka_unit_test(one_changed_byte_changes_the_hash),
        cmocka_unit_test(the_order_of_a_pair_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
