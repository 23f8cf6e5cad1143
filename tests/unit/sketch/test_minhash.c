#include "numbers.h"

#include <math.h>

#include "base/cpu.h"
#include "sketch/minhash_kernel.h"

enum { PAIRS = 200, WORDS = 1300 };

static uint64_t a[WORDS], b[WORDS];

static void sketch_by(stm_minhash *out, const stm_minhash_kernel *kernel,
                      const uint64_t *hash, size_t count)
{
    uint32_t *key = malloc((count + STM_MINHASH_SLACK) * sizeof *key);
    assert_non_null(key);
    size_t runs = stm_minhash__keys_by(kernel, key, hash, count);
    assert_int_equal(runs, count < 5 ? count != 0 : count - 4);
    stm_minhash__make_by(kernel, out, key, runs);
    free(key);
}

static void sketch(stm_minhash *out, const uint64_t *hash, size_t count)
{
    sketch_by(out, stm_minhash__kernel(), hash, count);
}

static void equal_words_have_equal_sketches(void **state)
{
    (void)state;
    stm_minhash x, y;
    for (size_t n = 1; n < 200; n++) {
        fill_words(a, n, n);
        sketch(&x, a, n);
        sketch(&y, a, n);
        assert_memory_equal(&x, &y, sizeof x);
        for (unsigned i = 0; i < STM_MINHASH_SLOTS; i++)
            assert_true(x.slot[i] != 0);
        assert_true(stm_minhash__jaccard(&x, &y) == 1);
    }
}

static void no_words_resemble_nothing(void **state)
{
    (void)state;
    stm_minhash x;
    sketch(&x, NULL, 0);
    assert_true(stm_minhash__jaccard(&x, &x) == 0);
}

/* Two texts of `words` words that share their first `shared`, estimated over
 * many pairs: the mean error and its spread. */
static void measure(size_t words, size_t shared, double *mean, double *spread)
{
    size_t runs = words - 4, common = shared - 4;
    double truth = (double)common / (double)(2 * runs - common);
    double sum = 0, squares = 0;
    for (uint64_t seed = 1; seed <= PAIRS; seed++) {
        stm_minhash x, y;
        fill_words(a, words, seed);
        fill_words(b, words, seed + 1000000);
        memcpy(b, a, shared * sizeof *a);
        sketch(&x, a, words);
        sketch(&y, b, words);
        double error = stm_minhash__jaccard(&x, &y) - truth;
        sum += error;
        squares += error * error;
    }
    *mean = sum / PAIRS;
    *spread = sqrt(squares / PAIRS);
}

/* sqrt(j (1 - j) / 128) is the error of 128 independent permutations. The mean
 * of 200 pairs lies within 4 of its own standard errors; the spread within a
 * fifth, which is 4 of its own. */
static void assert_as_good_as_permutations(size_t words, size_t shared)
{
    double mean, spread,
        j = (double)(shared - 4) / (double)(2 * (words - 4) - (shared - 4));
    double error = sqrt(j * (1 - j) / STM_MINHASH_SLOTS);
    measure(words, shared, &mean, &spread);
    assert_true(fabs(mean) < 4 * error / sqrt(PAIRS));
    assert_true(spread < 1.2 * error);
}

static void the_estimate_is_as_good_as_that_of_permutations(void **state)
{
    (void)state;
    static const size_t words[] = {40, 85, 160, 300, 1000};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        assert_as_good_as_permutations(words[i], words[i] * 9 / 10);
        assert_as_good_as_permutations(words[i], words[i] * 2 / 3);
        assert_as_good_as_permutations(words[i], words[i] / 3);
    }
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
        sketch_by(&want, &stm_minhash__scalar, hash, n);
        for (size_t k = 0; k < kernel_count; k++) {
            sketch_by(&got, kernels[k], hash, n);
            assert_memory_equal(&got, &want, sizeof got);
        }
        free(hash);
    }
}

static void every_kernel_selects_and_compares_alike(void **state)
{
    (void)state;
    const stm_minhash_kernel *kernels[4];
    size_t kernel_count = usable_kernels(kernels);
    static uint32_t key[WORDS + STM_MINHASH_SLACK];
    static uint32_t want[WORDS + STM_MINHASH_SLACK];
    static uint32_t got[WORDS + STM_MINHASH_SLACK];
    static const uint32_t bounds[] = {0, 1, 1u << 27, 1u << 31, UINT32_MAX};
    stm_minhash x, y;
    fill_words(a, WORDS, 5);
    stm_minhash__keys(key, a, WORDS);
    for (size_t k = 0; k < kernel_count; k++)
        for (size_t n = 0; n < 300; n++) {
            uint32_t bound = bounds[n % 5] + (n % 5 == 3 ? key[n] % 1000 : 0);
            size_t w = stm_minhash__scalar.below(want, key, n, bound);
            assert_int_equal(kernels[k]->below(got, key, n, bound), w);
            assert_memory_equal(got, want, w * sizeof *got);
            sketch(&x, a, 5 + n);
            sketch(&y, a + n / 2, 5 + n);
            assert_int_equal(kernels[k]->equal(x.slot, y.slot),
                             stm_minhash__scalar.equal(x.slot, y.slot));
        }
}

static void a_repeated_word_fills_all_slots_at_any_length(void **state)
{
    (void)state;
    for (size_t i = 0; i < WORDS; i++)
        a[i] = 77;
    stm_minhash x, y;
    sketch(&x, a, 5);
    sketch(&y, a, WORDS);
    assert_memory_equal(x.slot, y.slot, sizeof x.slot);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_words_have_equal_sketches),
        cmocka_unit_test(no_words_resemble_nothing),
        cmocka_unit_test(the_estimate_is_as_good_as_that_of_permutations),
        cmocka_unit_test(every_kernel_makes_the_sketch_of_the_definition),
        cmocka_unit_test(every_kernel_selects_and_compares_alike),
        cmocka_unit_test(a_repeated_word_fills_all_slots_at_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
