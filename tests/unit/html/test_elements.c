#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <lexbor/tag/const.h>

#include "html/elements.h"

static void elements_are_what_they_are_for(void **state)
{
    (void)state;
    assert_int_equal(stm_html__element(LXB_TAG_P).kind, STM_BLOCK_PARAGRAPH);
    assert_int_equal(stm_html__element(LXB_TAG_NAV).inside, STM_INSIDE_NAV);
    assert_int_equal(stm_html__element(LXB_TAG_SPAN).flow, STM_FLOW_INLINE);
    assert_int_equal(stm_html__element(LXB_TAG_SCRIPT).flow, STM_FLOW_SKIP);
}

static void unknown_elements_hold_lines(void **state)
{
    (void)state;
    assert_int_equal(stm_html__element(LXB_TAG__LAST_ENTRY).flow,
                     STM_FLOW_LINE);
    assert_int_equal(stm_html__element(UINTPTR_MAX).flow, STM_FLOW_LINE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elements_are_what_they_are_for),
        cmocka_unit_test(unknown_elements_hold_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
