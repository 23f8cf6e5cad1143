#include "said.h"

static void lines_are_the_same_without_sentences(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "mill", " ",  "\n", "\r\n",   "\n \n", ". ",     "\u2029", "\u2028",
        "\v",   "\t", "- ", "\u3002", "tide",  "\u6f6e", "12",     "\u2022"};
    uint32_t seed = 3;
    for (unsigned round = 0; round < 3000; round++) {
        char text[400] = "";
        for (size_t k = 0, n = 0; k < 30; k++) {
            seed = seed * 1664525 + 1013904223;
            const char *p =
                parts[(seed >> 16) % (sizeof parts / sizeof *parts)];
            memcpy(text + n, p, strlen(p) + 1);
            n += strlen(p);
        }
        stm_words *all = said_scan(text), *lines;
        assert_int_equal(
            stm_words_scan_lines(&lines, (stm_str){text, strlen(text)}, NULL),
            STM_OK);
        assert_int_equal(all->count, lines->count);
        for (uint32_t i = 0; i < all->count; i++)
            assert_int_equal(all->flags[i] & ~STM_WORD_SENTENCE,
                             lines->flags[i]);
        stm_words_free(all);
        stm_words_free(lines);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_the_same_without_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
