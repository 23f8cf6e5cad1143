#include "report/pieces.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void pieces_change_where_the_look_does(void **state)
{
    (void)state;
    stm_furniture nav = {{2, 6}, STM_FURNITURE_NAV};
    stm_page page = {.furniture = &nav, .furniture_count = 1};
    const stm_difference d[] = {{{8, 10}, {0, 0}, false},
                                {{12, 12}, {0, 0}, false},
                                {{14, 20}, {0, 0}, true}};
    const stm_range expected[] = {{1, 2},   {2, 6},   {6, 8},  {8, 10},
                                  {10, 12}, {12, 14}, {14, 16}};
    stm_pieces walk;
    stm_piece p;
    size_t n = 0;
    stm_pieces__start(&walk, &page, d, 3, false, (stm_range){1, 16});
    while (stm_pieces__next(&walk, &p)) {
        assert_true(n < 7);
        assert_int_equal(p.at.start, expected[n].start);
        assert_int_equal(p.at.end, expected[n].end);
        assert_int_equal(p.furniture != NULL, n == 1);
        assert_int_equal(p.difference != NULL, n == 3 || n == 6);
        n++;
    }
    assert_int_equal(n, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_change_where_the_look_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
