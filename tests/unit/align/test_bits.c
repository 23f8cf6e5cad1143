#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/weights.h"
#include "subsequence.h"

static void what_it_keeps_is_as_long_as_can_be(void **state)
{
    (void)state;
    subsequence s;
    stm_lcs_work work = {0};
    for (uint32_t seed = 0; seed < 300; seed++) {
        subsequence_make(&s, seed, 1 + seed % 290, 2 + seed % 90, seed % 101);
        if (!s.nb)
            continue;
        assert_int_equal(subsequence_find(&s, &work, stm_lcs__bits),
                         STM_LCS_DONE);
        assert_int_equal(s.kept, subsequence_longest(&s));
    }
    stm_lcs__free(&work);
}

static void more_memory_than_allowed_is_too_far(void **state)
{
    (void)state;
    static uint32_t word[200000];
    stm_lcs_work work = {0};
    const stm_lcs x = {word,
                       word,
                       200000,
                       200000,
                       stm_align__prefix(),
                       &work,
                       subsequence_note,
                       NULL};
    assert_int_equal(stm_lcs__bits(&x), STM_LCS_TOO_FAR);
    stm_lcs__free(&work);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_keeps_is_as_long_as_can_be),
        cmocka_unit_test(more_memory_than_allowed_is_too_far),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
