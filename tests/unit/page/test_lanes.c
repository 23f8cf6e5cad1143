#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "page/lanes.h"

enum { MOST = 24, STRIDE = MOST + 3 };

static void all_ways_turn_lines_into_the_same_columns(void **state)
{
    float lines[STM_FOREST_LANES * STRIDE];
    float a[MOST][STM_FOREST_LANES], b[MOST][STM_FOREST_LANES];
    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        lines[i] = (float)i;
    for (unsigned count = 0; count <= MOST; count++) {
        memset(a, 0, sizeof a);
        memset(b, 0, sizeof b);
        stm_page__lanes_scalar(a, lines, STRIDE, count);
        stm_page__lanes(b, lines, STRIDE, count);
        assert_memory_equal(a, b, sizeof a);
    }
}

static void a_sign_of_a_line_stands_in_its_column(void **state)
{
    float lines[STM_FOREST_LANES * STM_LANES_STEP];
    float columns[STM_LANES_STEP][STM_FOREST_LANES];
    (void)state;
    for (unsigned lane = 0; lane < STM_FOREST_LANES; lane++)
        for (unsigned sign = 0; sign < STM_LANES_STEP; sign++)
            lines[lane * STM_LANES_STEP + sign] = (float)(100 * sign + lane);
    stm_page__lanes(columns, lines, STM_LANES_STEP, STM_LANES_STEP);
    for (unsigned lane = 0; lane < STM_FOREST_LANES; lane++)
        for (unsigned sign = 0; sign < STM_LANES_STEP; sign++)
            assert_int_equal((int)columns[sign][lane], 100 * sign + lane);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_ways_turn_lines_into_the_same_columns),
        cmocka_unit_test(a_sign_of_a_line_stands_in_its_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
