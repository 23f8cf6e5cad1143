#include "dedup/cut_suffixes.h"

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { MOST = 300 };

/* Whether the suffix at `a` comes before the one at `b`. */
static bool comes_before(const int32_t *x, int32_t n, int32_t a, int32_t b)
{
    while (a < n && b < n && x[a] == x[b])
        a++, b++;
    return b < n && (a == n || x[a] < x[b]);
}

static void suffixes_come_in_order(void **state)
{
    (void)state;
    int32_t row[MOST], was[MOST], order[MOST];
    if (!stm_cut_suffixes__there())
        skip();
    for (int32_t n = 1; n < MOST; n += 1 + n / 8)
        for (int32_t numbers = 1; numbers < 400; numbers = numbers * 3 + 1) {
            for (int32_t i = 0; i < n; i++)
                row[i] = was[i] =
                    (int32_t)(stm_mix64((uint64_t)i * (uint64_t)n) %
                              (uint64_t)numbers);
            assert_int_equal(
                stm_cut_suffixes__sort(order, row, n, numbers, NULL), STM_OK);
            assert_memory_equal(row, was, (size_t)n * sizeof *row);
            for (int32_t i = 1; i < n; i++)
                assert_true(comes_before(row, n, order[i - 1], order[i]));
        }
}

static void a_build_that_cannot_says_so(void **state)
{
    (void)state;
    int32_t row[] = {1, 0}, order[2];
    stm_error err;
    if (stm_cut_suffixes__there())
        skip();
    assert_int_equal(stm_cut_suffixes__sort(order, row, 2, 2, &err), STM_EARG);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(suffixes_come_in_order),
        cmocka_unit_test(a_build_that_cannot_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
