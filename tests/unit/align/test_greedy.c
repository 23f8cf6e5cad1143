#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "subsequence.h"

static void what_it_keeps_is_as_long_as_can_be(void **state)
{
    (void)state;
    subsequence s;
    stm_lcs_work work = {0};
    for (uint32_t seed = 0; seed < 300; seed++) {
        subsequence_make(&s, seed, 1 + seed % 190, 2 + seed % 60, seed % 40);
        if (subsequence_find(&s, &work, stm_lcs__greedy) == STM_LCS_DONE)
            assert_int_equal(s.kept, subsequence_longest(&s));
        else
            assert_true(s.na + s.nb - 2 * subsequence_longest(&s) > 32);
    }
    stm_lcs__free(&work);
}

static void texts_far_apart_are_left_to_the_other_way(void **state)
{
    (void)state;
    subsequence s = {.na = 200, .nb = 200};
    stm_lcs_work work = {0};
    for (uint32_t i = 0; i < 200; i++)
        s.a[i] = i, s.b[i] = 1000 + i;
    assert_int_equal(subsequence_find(&s, &work, stm_lcs__greedy),
                     STM_LCS_TOO_FAR);
    assert_int_equal(s.kept, 0);
    stm_lcs__free(&work);
}

static void one_side_may_be_empty(void **state)
{
    (void)state;
    subsequence s = {.na = 3, .nb = 0};
    stm_lcs_work work = {0};
    assert_int_equal(subsequence_find(&s, &work, stm_lcs__greedy),
                     STM_LCS_DONE);
    assert_int_equal(s.kept, 0);
    stm_lcs__free(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_keeps_is_as_long_as_can_be),
        cmocka_unit_test(texts_far_apart_are_left_to_the_other_way),
        cmocka_unit_test(one_side_may_be_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
