#include "numbers.h"

#include "base/cpu.h"
#include "sketch/exact.h"

static void equal_bytes_have_equal_hashes_and_others_do_not(void **state)
{
    (void)state;
    char a[300], b[300];
    for (size_t n = 0; n < sizeof a; n++) {
        memset(a, 'x', n);
        memset(b, 'x', n);
        assert_true(stm_exact_eq(stm_exact__bytes((stm_str){a, n}),
                                 stm_exact__bytes((stm_str){b, n})));
        if (!n)
            continue;
        b[n / 2] = 'y';
        assert_false(stm_exact_eq(stm_exact__bytes((stm_str){a, n}),
                                  stm_exact__bytes((stm_str){b, n})));
        assert_false(stm_exact_eq(stm_exact__bytes((stm_str){a, n}),
                                  stm_exact__bytes((stm_str){a, n - 1})));
    }
    assert_true(stm_exact_eq(stm_exact__bytes(STM_NONE),
                             stm_exact__bytes(STM_LIT(""))));
}

static void the_order_of_words_counts(void **state)
{
    (void)state;
    uint64_t a[9], b[9];
    fill_words(a, 9, 1);
    memcpy(b, a, sizeof a);
    assert_true(stm_exact_eq(stm_exact__words(a, 9), stm_exact__words(b, 9)));
    b[3] = a[4], b[4] = a[3];
    assert_false(stm_exact_eq(stm_exact__words(a, 9), stm_exact__words(b, 9)));
    assert_false(stm_exact_eq(stm_exact__words(a, 9), stm_exact__words(a, 8)));
    stm_exact__words(NULL, 0);
}

static void every_instruction_set_gives_the_same_hash(void **state)
{
    (void)state;
#if defined(__x86_64__)
    enum { MOST = 2000, OFFSETS = 64 };
    static uint64_t words[(MOST + OFFSETS) / 8 + 1];
    fill_words(words, sizeof words / sizeof *words, 3);
    const char *p = (const char *)words;
    for (size_t n = 0; n < MOST; n++) {
        stm_exact same = stm_exact__hash(p + n % OFFSETS, n);
        if (stm_cpu_has(STM_CPU_AVX2))
            assert_true(
                stm_exact_eq(same, stm_exact__hash_avx2(p + n % OFFSETS, n)));
        if (stm_cpu_has(STM_CPU_AVX512))
            assert_true(
                stm_exact_eq(same, stm_exact__hash_avx512(p + n % OFFSETS, n)));
    }
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_bytes_have_equal_hashes_and_others_do_not),
        cmocka_unit_test(the_order_of_words_counts),
        cmocka_unit_test(every_instruction_set_gives_the_same_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
