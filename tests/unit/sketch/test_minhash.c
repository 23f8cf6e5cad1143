#include "numbers.h"

#include <math.h>

#include "base/cpu.h"
#include "sketch/minhash_kernel.h"

enum { PAIRS = 200, WORDS = 1300 };

static uint64_t a[WORDS], b[WORDS];

static void equal_words_have_equal_sketches(void **state)
{
    (void)state;
    stm_minhash x, y;
    for (size_t n = 1; n < 200; n++) {
        fill_words(a, n, n);
        stm_minhash__make(&x, a, n);
        stm_minhash__make(&y, a, n);
        assert_memory_equal(&x, &y, sizeof x);
        assert_int_equal(x.runs, n < 5 ? 1 : n - 4);
        for (unsigned i = 0; i < STM_MINHASH_SLOTS; i++)
            assert_true(x.slot[i] != UINT32_MAX);
        assert_true(stm_minhash__jaccard(&x, &y) == 1);
    }
}

static void no_words_resemble_nothing(void **state)
{
    (void)state;
    stm_minhash x;
    stm_minhash__make(&x, NULL, 0);
    assert_int_equal(x.runs, 0);
    assert_true(stm_minhash__jaccard(&x, &x) == 0);
}

/* Two texts of `words` words that share their first `shared`, estimated over
 * many pairs: the mean error and its spread, from the slots or the bytes. */
static void measure(size_t words, size_t shared, bool bytes, double *mean,
                    double *spread)
{
    size_t runs = words - 4, common = shared - 4;
    double truth = (double)common / (double)(2 * runs - common);
    double sum = 0, squares = 0;
    for (uint64_t seed = 1; seed <= PAIRS; seed++) {
        stm_minhash x, y;
        stm_minhash_bytes p, q;
        fill_words(a, words, seed);
        fill_words(b, words, seed + 1000000);
        memcpy(b, a, shared * sizeof *a);
        stm_minhash__make(&x, a, words);
        stm_minhash__make(&y, b, words);
        stm_minhash__pack(&p, &x);
        stm_minhash__pack(&q, &y);
        double error = (bytes ? stm_minhash__jaccard_bytes(&p, &q)
                              : stm_minhash__jaccard(&x, &y)) -
                       truth;
        sum += error;
        squares += error * error;
    }
    *mean = sum / PAIRS;
    *spread = sqrt(squares / PAIRS);
}

/* sqrt(j (1 - j) / 128) is the error of 128 independent permutations. The mean
 * of 200 pairs lies within 4 of its own standard errors; the spread within a
 * fifth, which is 4 of its own. */
static void assert_as_good_as_permutations(size_t words, size_t shared,
                                           bool bytes)
{
    double mean, spread,
        j = (double)(shared - 4) / (double)(2 * (words - 4) - (shared - 4));
    double error = sqrt(j * (1 - j) / STM_MINHASH_SLOTS);
    measure(words, shared, bytes, &mean, &spread);
    assert_true(fabs(mean) < 4 * error / sqrt(PAIRS));
    assert_true(spread < 1.2 * error);
}

static void the_estimate_is_as_good_as_that_of_permutations(void **state)
{
    (void)state;
    static const size_t words[] = {40, 85, 300, 1000};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_as_good_as_permutations(words[i], words[i] * 9 / 10, false);
        assert_as_good_as_permutations(words[i], words[i] * 2 / 3, false);
        assert_as_good_as_permutations(words[i], words[i] / 3, false);
    }
}

static void bytes_estimate_as_well_as_slots(void **state)
{
    (void)state;
    assert_as_good_as_permutations(85, 76, true);
    assert_as_good_as_permutations(300, 200, true);
    assert_as_good_as_permutations(1000, 900, true);
}

static size_t usable_kernels(const stm_minhash_kernel **out)
{
    size_t n = 0;
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_SSE42_AES))
        out[n++] = &stm_minhash__sse42;
    if (stm_cpu_has(STM_CPU_AVX2))
        out[n++] = &stm_minhash__avx2;
    if (stm_cpu_has(STM_CPU_AVX512))
        out[n++] = &stm_minhash__avx512;
#elif defined(__aarch64__)
    out[n++] = &stm_minhash__neon;
#endif
    return n;
}

/* Up to more words than are worked on in one go, in memory that ends where the
 * words do. */
static void every_kernel_makes_the_sketch_of_the_definition(void **state)
{
    (void)state;
    const stm_minhash_kernel *kernels[4];
    size_t kernel_count = usable_kernels(kernels);
    fill_words(a, WORDS, 9);
    for (size_t n = 0; n <= WORDS; n += n < 80 ? 1 : 61) {
        stm_minhash want, got;
        uint64_t *hash = malloc(n * sizeof *hash + !n);
        assert_non_null(hash);
        memcpy(hash, a, n * sizeof *hash);
        stm_minhash__make_by(&want, &stm_minhash__scalar, hash, n);
        for (size_t k = 0; k < kernel_count; k++) {
            stm_minhash__make_by(&got, kernels[k], hash, n);
            assert_memory_equal(&got, &want, sizeof got);
        }
        free(hash);
    }
}

static void a_repeated_word_fills_all_slots_at_any_length(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++)
        a[i] = 77;
    stm_minhash x, y;
    stm_minhash__make(&x, a, 5);
    stm_minhash__make(&y, a, WORDS);
    assert_memory_equal(x.slot, y.slot, sizeof x.slot);
}

static void bands_are_shared_where_their_slots_are(void **state)
{
    (void)state;
    stm_minhash x, y;
    fill_words(a, 200, 1);
    memcpy(b, a, sizeof a);
    b[100] = 1;
    stm_minhash__make(&x, a, 200);
    stm_minhash__make(&y, b, 200);
    for (unsigned first = 0; first < STM_MINHASH_SLOTS; first += 4) {
        bool same = !memcmp(x.slot + first, y.slot + first, 16);
        assert_int_equal(same, stm_minhash__band(&x, first, 4) ==
                                   stm_minhash__band(&y, first, 4));
    }
    for (unsigned i = 0; i < STM_MINHASH_SLOTS; i++)
        x.slot[i] = 7;
    assert_true(stm_minhash__band(&x, 0, 4) != stm_minhash__band(&x, 4, 4));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_have_equal_sketches),
        cmocka_unit_test(no_words_resemble_nothing),
        cmocka_unit_test(the_estimate_is_as_good_as_that_of_permutations),
        cmocka_unit_test(bytes_estimate_as_well_as_slots),
        cmocka_unit_test(every_kernel_makes_the_sketch_of_the_definition),
        cmocka_unit_test(a_repeated_word_fills_all_slots_at_any_length),
        cmocka_unit_test(bands_are_shared_where_their_slots_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
