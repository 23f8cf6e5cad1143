#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "align/pair.h"

static stm_passage strand(uint32_t a, uint32_t b, uint32_t words, uint32_t same,
                          stm_passage_kind kind)
{
    return (stm_passage){.a = {a, a + words},
                         .b = {b, b + words},
                         .kind = kind,
                         .similarity = (float)same / (float)words,
                         .same = same};
}

/* The kinds of one passage to show, [0, 60) in both, by its strands. */
static stm_passage told(stm_passage *strands, size_t count)
{
    stm_passage shown = {.a = {0, 60}, .b = {0, 60}};
    const stm_passages all = {.strands = strands,
                              .shared = &shown,
                              .strand_count = count,
                              .shared_count = 1};
    stm_align__kinds(&all);
    return shown;
}

static void one_strand_word_for_word_is_verbatim(void **state)
{
    (void)state;
    stm_passage whole = strand(0, 0, 60, 60, STM_PASSAGE_VERBATIM);
    stm_passage x = told(&whole, 1);
    assert_int_equal(x.kind, STM_PASSAGE_VERBATIM);
    assert_true(x.similarity == 1);
}

static void a_verbatim_strand_that_leaves_words_out_is_edited(void **state)
{
    (void)state;
    stm_passage part = strand(5, 5, 50, 50, STM_PASSAGE_VERBATIM);
    stm_passage x = told(&part, 1);
    assert_int_equal(x.kind, STM_PASSAGE_EDITED);
    assert_int_equal(x.same, 50);
}

static void of_strands_that_changed_places_the_largest_counts(void **state)
{
    (void)state;
    stm_passage moved[] = {strand(0, 30, 20, 20, STM_PASSAGE_VERBATIM),
                           strand(20, 0, 30, 30, STM_PASSAGE_VERBATIM)};
    stm_passage x = told(moved, 2);
    assert_int_equal(x.kind, STM_PASSAGE_EDITED);
    assert_int_equal(x.same, 30);
    assert_true(x.similarity == .5f);
}

static void strands_in_order_add_up(void **state)
{
    (void)state;
    stm_passage next[] = {strand(0, 0, 20, 20, STM_PASSAGE_VERBATIM),
                          strand(25, 25, 30, 28, STM_PASSAGE_EDITED)};
    assert_int_equal(told(next, 2).same, 48);
}

static void most_words_decide_that_it_is_spun(void **state)
{
    (void)state;
    stm_passage mixed[] = {strand(0, 0, 20, 20, STM_PASSAGE_VERBATIM),
                           strand(20, 20, 40, 25, STM_PASSAGE_SPUN)};
    assert_int_equal(told(mixed, 2).kind, STM_PASSAGE_SPUN);
    mixed[0] = strand(0, 0, 40, 40, STM_PASSAGE_VERBATIM);
    mixed[1] = strand(40, 40, 20, 12, STM_PASSAGE_SPUN);
    assert_int_equal(told(mixed, 2).kind, STM_PASSAGE_EDITED);
}

static void without_strands_nothing_is_told(void **state)
{
    (void)state;
    stm_passage shown = {.a = {0, 60}, .b = {0, 60}, .same = 7};
    const stm_passages all = {.shared = &shown, .shared_count = 1};
    stm_align__kinds(&all);
    assert_int_equal(shown.same, 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_strand_word_for_word_is_verbatim),
        cmocka_unit_test(a_verbatim_strand_that_leaves_words_out_is_edited),
        cmocka_unit_test(of_strands_that_changed_places_the_largest_counts),
        cmocka_unit_test(strands_in_order_add_up),
        cmocka_unit_test(most_words_decide_that_it_is_spun),
        cmocka_unit_test(without_strands_nothing_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
