#include "dedup/cut_filter.h"

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { KEYS = 10000 };

static uint64_t key(uint64_t i) { return stm_mix64(i + 1); }

static void what_came_twice_is_always_known(void **state)
{
    (void)state;
    for (uint64_t bytes = 0; bytes < KEYS * 8; bytes = bytes * 7 + 1) {
        stm_cut_filter *f;
        assert_int_equal(stm_cut_filter__new(&f, bytes, NULL), STM_OK);
        for (uint64_t i = 0; i < KEYS; i++)
            stm_cut_filter__add(f, key(i));
        for (uint64_t i = 0; i < KEYS; i += 3)
            stm_cut_filter__add(f, key(i));
        for (uint64_t i = 0; i < KEYS; i += 3)
            assert_true(stm_cut_filter__is_twice(f, key(i)));
        stm_cut_filter__free(f);
    }
}

static void of_what_came_once_little_seems_to_have_come_twice(void **state)
{
    (void)state;
    stm_cut_filter *f;
    int wrong = 0;
    assert_int_equal(stm_cut_filter__new(&f, KEYS * 4, NULL), STM_OK);
    for (uint64_t i = 0; i < KEYS; i++)
        stm_cut_filter__add(f, key(i));
    for (uint64_t i = 0; i < KEYS; i++)
        wrong += stm_cut_filter__is_twice(f, key(i));
    /* one in sixteen cells is taken */
    assert_in_range(wrong, 1, KEYS / 12);
    for (uint64_t i = KEYS; i < 2 * KEYS; i++)
        wrong -= stm_cut_filter__is_twice(f, key(i));
    assert_true(wrong > 0);
    stm_cut_filter__free(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_twice_is_always_known),
        cmocka_unit_test(of_what_came_once_little_seems_to_have_come_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
