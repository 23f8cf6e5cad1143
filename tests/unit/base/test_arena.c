#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/arena.h"

static void what_is_taken_is_zeroed_and_aligned(void **state)
{
    (void)state;
    stm_arena m = {0};
    for (size_t n = 1; n < 3000; n = n * 2 + 1) {
        unsigned char *p = stm_arena_take(&m, n, 3);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n * 3; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, n * 3);
    }
    stm_arena_free(&m);
}

static void raw_memory_is_aligned_and_as_large_as_asked(void **state)
{
    (void)state;
    stm_arena m = {0};
    for (size_t n = 1; n < 3000; n = n * 2 + 1) {
        unsigned char *p = stm_arena_take_raw(&m, n, 3);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        memset(p, 0xff, n * 3);
    }
    assert_null(stm_arena_take_raw(&m, SIZE_MAX / 2, 3));
    stm_arena_free(&m);
}

static void a_count_of_zero_gives_a_valid_pointer(void **state)
{
    (void)state;
    stm_arena m = {0};
    assert_non_null(STM_ARENA_NEW(&m, uint64_t, 0));
    stm_arena_free(&m);
}

static void a_product_that_overflows_is_refused(void **state)
{
    (void)state;
    stm_arena m = {0};
    assert_null(stm_arena_take(&m, SIZE_MAX / 2, 3));
    assert_null(stm_arena_take(&m, SIZE_MAX, 1));
    assert_null(stm_arena_take(&m, SIZE_MAX - 20, 1));
    stm_arena_free(&m);
}

static void what_was_taken_stays_in_place(void **state)
{
    (void)state;
    stm_arena m = {0};
    uint32_t *kept[500];
    for (uint32_t i = 0; i < 500; i++) {
        kept[i] = STM_ARENA_NEW(&m, uint32_t, 1 + i * 7);
        assert_non_null(kept[i]);
        kept[i][i * 7] = i;
    }
    for (uint32_t i = 0; i < 500; i++)
        assert_int_equal(kept[i][i * 7], i);
    stm_arena_free(&m);
}

static void a_reset_arena_gives_zeroed_memory_again(void **state)
{
    (void)state;
    stm_arena m = {0};
    for (int round = 0; round < 5; round++) {
        for (int i = 0; i < 40; i++) {
            unsigned char *p = stm_arena_take(&m, 1000, 1);
            assert_non_null(p);
            assert_int_equal(p[0] | p[999], 0);
            memset(p, 0xaa, 1000);
        }
        stm_arena_reset(&m);
    }
    stm_arena_free(&m);
    stm_arena_free(&m);
}

static void a_copy_has_a_nul_behind_it(void **state)
{
    (void)state;
    stm_arena m = {0};
    stm_str s = stm_arena_copy(&m, (stm_str){"riverbank", 5});
    assert_int_equal(s.len, 5);
    assert_string_equal(s.ptr, "river");
    stm_str none = stm_arena_copy(&m, STM_NONE);
    assert_int_equal(none.len, 0);
    assert_string_equal(none.ptr, "");
    stm_arena_free(&m);
}

static void a_formatted_string_is_as_long_as_it_has_to_be(void **state)
{
    (void)state;
    stm_arena m = {0};
    stm_str s = stm_arena_format(&m, "%06000d|%s", 7, "end");
    assert_int_equal(s.len, 6004);
    assert_string_equal(s.ptr + 6000, "|end");
    stm_arena_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_taken_is_zeroed_and_aligned),
        cmocka_unit_test(raw_memory_is_aligned_and_as_large_as_asked),
        cmocka_unit_test(a_count_of_zero_gives_a_valid_pointer),
        cmocka_unit_test(a_product_that_overflows_is_refused),
        cmocka_unit_test(what_was_taken_stays_in_place),
        cmocka_unit_test(a_reset_arena_gives_zeroed_memory_again),
        cmocka_unit_test(a_copy_has_a_nul_behind_it),
        cmocka_unit_test(a_formatted_string_is_as_long_as_it_has_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
