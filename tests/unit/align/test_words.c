#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "align/pair.h"

enum { MOST = 200 };

/* The definition: the longest common subsequence, cell by cell. */
static uint32_t slow_length(const uint32_t *a, uint32_t na, const uint32_t *b,
                            uint32_t nb)
{
    static uint32_t rows[2][MOST + 1];
    memset(rows, 0, sizeof rows);
    for (uint32_t i = 1; i <= na; i++)
        for (uint32_t j = 1; j <= nb; j++) {
            uint32_t up = rows[(i - 1) % 2][j], left = rows[i % 2][j - 1];
            rows[i % 2][j] = a[i - 1] == b[j - 1] ? rows[(i - 1) % 2][j - 1] + 1
                             : up > left          ? up
                                                  : left;
        }
    return na ? rows[na % 2][nb] : 0;
}

static uint32_t step(uint64_t *seed)
{
    *seed =
        *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static void check_pair(uint32_t *wa, uint32_t na, uint32_t *wb, uint32_t nb)
{
    stm_text a = {.count = na, .word = wa}, b = {.count = nb, .word = wb};
    uint32_t to_b[MOST], to_a[MOST], kept = 0, last = 0;
    memset(to_b, 0xff, sizeof to_b);
    memset(to_a, 0xff, sizeof to_a);
    stm_pair p = {.a.text = &a, .b.text = &b, .a_to_b = to_b, .b_to_a = to_a};
    p.prefix = stm_align__prefix();
    assert_true(stm_align__words(&p, (stm_span){0, na}, (stm_span){0, nb}));
    for (uint32_t i = 0; i < na; i++) {
        if (to_b[i] == STM_NO_TOKEN)
            continue;
        assert_int_equal(wa[i], wb[to_b[i]]);
        assert_int_equal(to_a[to_b[i]], i);
        assert_true(to_b[i] >= last);
        last = to_b[i] + 1;
        kept++;
    }
    assert_int_equal(kept, slow_length(wa, na, wb, nb));
    stm_lcs__free(&p.words);
    stm_arena_free(&p.mem);
}

static void kept_words_are_a_longest_common_subsequence(void **state)
{
    (void)state;
    uint64_t seed = 7;
    uint32_t a[MOST], b[MOST];
    for (int round = 0; round < 600; round++) {
        uint32_t na = step(&seed) % MOST, nb = step(&seed) % MOST;
        uint32_t kinds = 1 + step(&seed) % 60;
        for (uint32_t i = 0; i < na; i++)
            a[i] = step(&seed) % kinds;
        for (uint32_t j = 0; j < nb; j++)
            b[j] = j < na && round % 2 && step(&seed) % 5 ? a[j]
                                                          : step(&seed) % kinds;
        check_pair(a, na, b, nb);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kept_words_are_a_longest_common_subsequence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
