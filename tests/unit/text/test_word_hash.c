#include "said.h"

#include "text/word_hash.h"

/* Worked out from FIPS 197 by a program that shares nothing with this one. */
static void hashes_are_those_of_two_rounds_of_aes(void **state)
{
    (void)state;
    assert_true(stm_text__hash("a", 1) == UINT64_C(0x4cfe100523f0bb22));
    assert_true(stm_text__hash("mill", 4) == UINT64_C(0xcd2d7b243a6eeada));
    assert_true(stm_text__hash("twelve words", 12) ==
                UINT64_C(0x14f461b881b68759));
    assert_true(stm_text__hash("sixteen letters.", 16) ==
                UINT64_C(0x856c0619d15da41b));
    assert_true(stm_text__hash("a word that is longer than one block", 36) ==
                UINT64_C(0x5d029e9a64fb296b));
}

static void words_that_differ_in_a_byte_have_different_hashes(void **state)
{
    (void)state;
    char a[48], b[48];
    memset(a, 'a', sizeof a);
    for (size_t n = 1; n <= sizeof a; n++)
        for (size_t i = 0; i < n; i++)
            for (int c = 1; c < 256; c++) {
                memcpy(b, a, n);
                b[i] = (char)c;
                assert_int_equal(c == 'a',
                                 stm_text__hash(a, n) == stm_text__hash(b, n));
            }
}

static void length_counts(void **state)
{
    (void)state;
    const char *as = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
    for (size_t n = 0; n < 48; n++)
        for (size_t m = 0; m < n; m++)
            assert_true(stm_text__hash(as, n) != stm_text__hash(as, m));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hashes_are_those_of_two_rounds_of_aes),
        cmocka_unit_test(words_that_differ_in_a_byte_have_different_hashes),
        cmocka_unit_test(length_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
