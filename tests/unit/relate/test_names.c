#include <stemma/relate.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void relations_have_the_names_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(stm_relation_name(STM_IDENTICAL), "identical");
    assert_string_equal(stm_relation_name(STM_SPUN), "spun");
    assert_string_equal(stm_relation_name(STM_UNRELATED), "unrelated");
    assert_string_equal(stm_relation_name(STM_RELATION_KINDS), "unrelated");
}

static void directions_have_the_names_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(stm_direction_name(STM_A_TO_B), "a>b");
    assert_string_equal(stm_direction_name(STM_B_TO_A), "b>a");
    assert_string_equal(stm_direction_name(STM_SIBLING), "sibling");
    assert_string_equal(stm_direction_name(STM_UNKNOWN), "unknown");
    assert_string_equal(stm_direction_name(STM_DIRECTIONS), "unknown");
}

static void copies_go_from_identical_to_spun(void **state)
{
    (void)state;
    assert_true(stm_relation_is_copy(STM_IDENTICAL));
    assert_true(stm_relation_is_copy(STM_SPUN));
    assert_false(stm_relation_is_copy(STM_QUOTES));
    assert_false(stm_relation_is_copy(STM_UNRELATED));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(relations_have_the_names_of_the_contract),
        cmocka_unit_test(directions_have_the_names_of_the_contract),
        cmocka_unit_test(copies_go_from_identical_to_spun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
