#include "dedup/runs.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { WORDS = 3000 };

/* The keys of the runs of words that are never the same, but for the first
 * `shared`. */
static void make_keys(uint32_t *key, size_t words, uint64_t seed, size_t shared)
{
    static uint64_t hash[WORDS];
    for (size_t i = 0; i < words; i++)
        hash[i] = stm_hash_pair(i < shared ? 0 : seed, i);
    stm_minhash__keys(key, hash, words);
}

static void edges_are_the_smallest_runs_of_both_ends(void **state)
{
    (void)state;
    static uint32_t key[WORDS + STM_MINHASH_SLACK];
    stm_edges e;
    make_keys(key, WORDS, 1, 0);
    for (size_t words = 0; words < 400; words += 3) {
        size_t n = words / 2 < STM_EDGE_WORDS ? words / 2 : STM_EDGE_WORDS;
        size_t runs = stm_run__count(n);
        stm_run__edges(&e, key, words);
        for (size_t i = 0; i < STM_EDGE_RUNS; i++) {
            size_t smaller = 0;
            for (size_t k = 0; k < runs; k++)
                smaller += key[k] < e.run[0][i];
            if (i < runs)
                assert_int_equal(smaller, i);
            else
                assert_int_equal(e.run[0][i], 0);
        }
    }
}

static void documents_with_one_header_have_one_edge(void **state)
{
    (void)state;
    static uint32_t a[WORDS + STM_MINHASH_SLACK], b[WORDS + STM_MINHASH_SLACK];
    stm_edges x, y;
    make_keys(a, WORDS, 1, STM_EDGE_WORDS);
    make_keys(b, WORDS, 2, STM_EDGE_WORDS);
    stm_run__edges(&x, a, WORDS);
    stm_run__edges(&y, b, WORDS);
    assert_memory_equal(x.run[0], y.run[0], sizeof x.run[0]);
    assert_memory_not_equal(x.run[1], y.run[1], sizeof x.run[1]);
}

static void prints_are_few_ascending_and_shared_by_a_cut(void **state)
{
    (void)state;
    static uint32_t key[WORDS + STM_MINHASH_SLACK];
    uint32_t all[WORDS + STM_MINHASH_SLACK], half[WORDS + STM_MINHASH_SLACK];
    make_keys(key, WORDS, 3, 0);
    size_t n = stm_run__prints(all, WORDS + STM_MINHASH_SLACK, key, WORDS);
    size_t m = stm_run__prints(half, WORDS + STM_MINHASH_SLACK, key, WORDS / 2);
    size_t shared = 0;
    assert_in_range(n, 60, 130);
    assert_in_range(m, 20, 80);
    for (size_t i = 1; i < n; i++)
        assert_true(all[i - 1] < all[i]);
    for (size_t i = 0, k = 0; i < n && k < m;) {
        shared += all[i] == half[k];
        if (all[i] <= half[k])
            i++;
        else
            k++;
    }
    assert_true(shared * 3 >= m * 2);
}

static void a_short_document_has_all_its_runs_as_prints(void **state)
{
    (void)state;
    uint32_t key[20 + STM_MINHASH_SLACK], prints[32];
    make_keys(key, 20, 4, 0);
    assert_int_equal(stm_run__prints(prints, 32, key, 20), 16);
    assert_int_equal(stm_run__prints(prints, 32, key, 4), 0);
    assert_int_equal(stm_run__prints(prints, 32, key, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_are_the_smallest_runs_of_both_ends),
        cmocka_unit_test(documents_with_one_header_have_one_edge),
        cmocka_unit_test(prints_are_few_ascending_and_shared_by_a_cut),
        cmocka_unit_test(a_short_document_has_all_its_runs_as_prints),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
