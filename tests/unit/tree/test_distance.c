#include "tradition.h"

static void a_distance_is_scaled_up_where_little_is_shared(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a b c d e f g h");
    text(&t, "a b c x");
    stm_relation *r = relate(&t, 0, 1, STM_EXCERPT);
    r->distance = 6;
    r->coverage_a = .5; /* of the longer text */
    r->coverage_b = 1;
    assert_true(fabs(stm_tree__distance(input_of(&t), r) - 12) < 1e-9);
    close_tradition(&t);
}

static void nothing_shared_does_not_divide_by_zero(void **state)
{
    (void)state;
    tradition t = {0};
    text(&t, "a");
    text(&t, "b");
    stm_relation *r = relate(&t, 0, 1, STM_REVISION);
    r->distance = 6;
    r->coverage_a = r->coverage_b = 0;
    assert_true(stm_tree__distance(input_of(&t), r) < 1000);
    close_tradition(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_distance_is_scaled_up_where_little_is_shared),
        cmocka_unit_test(nothing_shared_does_not_divide_by_zero),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
