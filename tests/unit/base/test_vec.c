#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/vec.h"

static void pushed_values_stay_in_order(void **state)
{
    (void)state;
    STM_VEC(uint16_t) v = {0};
    for (uint16_t i = 0; i < 10000; i++)
        assert_true(stm_vec_push(&v, i));
    assert_int_equal(v.count, 10000);
    for (uint16_t i = 0; i < 10000; i++)
        assert_int_equal(v.items[i], i);
    stm_vec_free(&v);
    assert_null(v.items);
    assert_int_equal(v.count, 0);
}

static void reserved_room_is_not_moved(void **state)
{
    (void)state;
    STM_VEC(char) v = {0};
    assert_true(stm_vec_reserve(&v, 1000));
    char *before = v.items;
    for (int i = 0; i < 1000; i++)
        assert_true(stm_vec_push(&v, 'x'));
    assert_ptr_equal(v.items, before);
    stm_vec_free(&v);
}

static void a_size_that_overflows_is_refused_and_changes_nothing(void **state)
{
    (void)state;
    STM_VEC(uint64_t) v = {0};
    assert_true(stm_vec_push(&v, 42));
    size_t room = v.room;
    assert_false(stm_vec_reserve(&v, SIZE_MAX));
    assert_false(stm_vec_reserve(&v, SIZE_MAX / 4));
    assert_int_equal(v.count, 1);
    assert_int_equal(v.room, room);
    assert_int_equal(v.items[0], 42);
    stm_vec_free(&v);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pushed_values_stay_in_order),
        cmocka_unit_test(reserved_room_is_not_moved),
        cmocka_unit_test(a_size_that_overflows_is_refused_and_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
