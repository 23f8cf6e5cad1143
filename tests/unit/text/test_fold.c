#include "said.h"

#include "text/fold.h"
#include "base/utf8.h"
#include "text/utf8.h"

static void assert_same(const char *word, size_t len)
{
    char fast[STM_TEXT_FOLD_MAX], slow[STM_TEXT_FOLD_MAX];
    stm_str s = {word, len};
    size_t n = stm_text__fold(s, fast);
    assert_int_equal(n, stm_text__fold_slow(s, slow));
    assert_string_equal(fast, slow);
    if (n <= STM_TEXT_WORD_MAX)
        stm_text__fold((stm_str){fast, n}, slow);
    assert_string_equal(fast, slow); /* what is folded folds to itself */
}

static void short_cuts_fold_every_character_as_the_tables_do(void **state)
{
    (void)state;
    for (uint32_t cp = 1; cp < 0x30000; cp++) {
        if (cp >= 0xd800 && cp < 0xe000)
            continue;
        char word[16];
        unsigned n = stm_utf8_encode(cp, word);
        assert_same(word, n);
        /* beside a letter, a digit, a point and another of itself */
        word[n] = 'A';
        assert_same(word, n + 1);
        memcpy(word + n, "1.", 2);
        n += 2 + stm_utf8_encode(cp, word + n + 2);
        assert_same(word, n);
    }
}

/* Characters that compose, change places or vanish, in any neighbourhood. */
static void short_cuts_fold_any_mixture_as_the_tables_do(void **state)
{
    (void)state;
    static const uint32_t blocks[] = {
        0x41,   0xc0,   0x300,  0x391,  0x410,  0x5b0,  0x640,  0x900,
        0x9b0,  0xbb0,  0xe10,  0x1020, 0x1100, 0x1160, 0x2000, 0x3040,
        0x3090, 0xac00, 0xfb00, 0xff60, 0xff20, 0xff40, 0x2100, 0x1d400};
    uint32_t seed = 7;
    for (int round = 0; round < 200000; round++) {
        char word[24];
        size_t n = 0;
        for (unsigned i = 0; i < 6; i++) {
            seed = seed * 1664525 + 1013904223;
            uint32_t block = blocks[(seed >> 24) % 24];
            if (i % 3 || !n)
                n += stm_utf8_encode(block + (seed >> 8) % 64, word + n);
            else
                n += stm_utf8_encode(0x300 + (seed >> 8) % 80, word + n);
        }
        assert_same(word, n);
    }
}

static void short_cuts_fold_ascii_words_as_the_tables_do(void **state)
{
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 20000; round++) {
        char word[12];
        for (size_t i = 0; i < sizeof word; i++) {
            seed = seed * 1664525 + 1013904223;
            word[i] = "aZ09.'`,-\"_ "[(seed >> 16 & 0xff) % 12];
        }
        assert_same(word, sizeof word);
    }
}

static void the_longest_folding_fits(void **state)
{
    (void)state;
    char word[STM_TEXT_WORD_MAX * 2];
    for (size_t i = 0; i + 3 <= sizeof word; i += 3)
        memcpy(word + i, "\xef\xb7\xba", 3); /* one letter is 18 */
    char out[STM_TEXT_FOLD_MAX];
    size_t n = stm_text__fold((stm_str){word, sizeof word - 1}, out);
    assert_in_range(n, STM_TEXT_WORD_MAX * 10, STM_TEXT_FOLD_MAX - 1);
}

static void no_word_has_the_hash_that_means_none(void **state)
{
    (void)state;
    assert_true(stm_word_hash(STM_LIT("")) != 0);
    assert_true(stm_word_hash(STM_LIT("a")) != stm_word_hash(STM_LIT("b")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_cuts_fold_every_character_as_the_tables_do),
        cmocka_unit_test(short_cuts_fold_any_mixture_as_the_tables_do),
        cmocka_unit_test(short_cuts_fold_ascii_words_as_the_tables_do),
        cmocka_unit_test(the_longest_folding_fits),
        cmocka_unit_test(no_word_has_the_hash_that_means_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
