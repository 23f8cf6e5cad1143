#include "dedup/compare.h"

#include <string.h>

#include "base/hash.h"
#include "dedup/runs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { WORDS = 300 };

static stm_alike alike(const uint64_t *a, size_t n, const uint64_t *b, size_t m,
                       const stm_frequent *f)
{
    stm_compare c = {0};
    stm_alike out;
    assert_int_equal(stm_shape__make(&c.a, a, n, f, NULL), STM_OK);
    assert_int_equal(stm_shape__make(&c.b, b, m, f, NULL), STM_OK);
    assert_int_equal(stm_compare__jaccard(&out, &c, NULL), STM_OK);
    stm_compare__free(&c);
    return out;
}

static void make_words(uint64_t *hash, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        hash[i] = stm_hash_pair(seed, i);
}

static void the_index_is_that_of_the_sets_of_runs(void **state)
{
    (void)state;
    uint64_t a[WORDS];
    make_words(a, WORDS, 1);
    assert_true(alike(a, WORDS, a, WORDS, NULL).all == 1);
    /* 100 words have 96 runs, the first 52 words 48 of them */
    assert_true(alike(a, 100, a, 52, NULL).all == 0.5);
    assert_true(alike(a, 100, a + 100, 100, NULL).all == 0);
    assert_true(alike(a, 100, a, 4, NULL).all == 0);
}

static void runs_that_come_again_count_once(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[10];
    for (size_t i = 0; i < WORDS; i++)
        a[i] = 3;
    for (size_t i = 0; i < 10; i++)
        b[i] = 3;
    assert_true(alike(a, WORDS, b, 10, NULL).all == 1);
}

static void furniture_is_told_from_content(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    uint32_t runs[200 + STM_MINHASH_SLACK];
    stm_frequent f = {0};
    make_words(a, WORDS, 1);
    make_words(b, WORDS, 2);
    memcpy(b, a, 200 * sizeof *b);
    assert_int_equal(stm_minhash__keys(runs, a, 200), 196);
    assert_int_equal(stm_frequent__add(&f, runs, 196, NULL), STM_OK);
    stm_alike found = alike(a, WORDS, b, WORDS, &f);
    assert_true(found.all > 0.45 && found.all < 0.55);
    assert_true(found.content < 0.05);
    stm_frequent__free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_index_is_that_of_the_sets_of_runs),
        cmocka_unit_test(runs_that_come_again_count_once),
        cmocka_unit_test(furniture_is_told_from_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
