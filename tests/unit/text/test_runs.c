#include "said.h"

#include "kernels.h"
#include "text/fold.h"
#include "text/word_hash.h"

static const stm_text_kernel *kernels[KERNELS_MOST];
static size_t kernel_count;

static int set_up(void **state)
{
    (void)state;
    kernel_count = usable_kernels(kernels);
    return 0;
}

static uint32_t seed;

static uint32_t roll(uint32_t below)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
}

/* Every kernel finds the runs of the definition, and no byte outside of what it
 * may read is read: the text ends where its memory does. */
static void assert_same_runs(const char *bytes, size_t blocks)
{
    static stm_runs want, got;
    static char folded[2][STM_RUNS_PIECE];
    size_t size = blocks * STM_RUNS_BLOCK + 2;
    char *text = malloc(size);
    assert_non_null(text);
    memcpy(text, bytes, size);
    stm_text__scalar.find(&want, folded[0], text, blocks);
    for (size_t k = 1; k < kernel_count; k++) {
        kernels[k]->find(&got, folded[1], text, blocks);
        assert_int_equal(got.started, want.started);
        assert_int_equal(got.ended, want.ended);
        assert_int_equal(got.mixed, want.mixed);
        assert_memory_equal(got.from, want.from, 2 * want.started);
        assert_memory_equal(got.to, want.to, 2 * want.ended);
        assert_memory_equal(got.which, want.which, 2 * want.mixed);
        for (uint32_t i = 0; i < want.ended; i++)
            if (want.to[i] != STM_RUN_MIXED)
                assert_memory_equal(folded[1] + want.from[i],
                                    folded[0] + want.from[i],
                                    want.to[i] - want.from[i]);
    }
    free(text);
}

static void every_byte_beside_every_other_is_read_alike(void **state)
{
    (void)state;
    /* at the seam of two blocks and inside of one */
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++) {
            char text[2 * STM_RUNS_BLOCK + 2];
            memset(text, 'x', sizeof text);
            text[61] = ' ', text[10] = '5', text[13] = '7';
            text[63] = text[11] = (char)a;
            text[64] = text[12] = (char)b;
            assert_same_runs(text, 2);
        }
}

static void runs_of_every_length_at_every_offset_are_found(void **state)
{
    (void)state;
    char text[5 * STM_RUNS_BLOCK + 2];
    for (size_t at = 0; at < 70; at++)
        for (size_t n = 1; n < 200; n++) {
            memset(text, ' ', sizeof text);
            memset(text + at, 'q', n);
            assert_same_runs(text, 5);
        }
}

static void characters_of_three_bytes_are_read_alike(void **state)
{
    (void)state;
    static const char *const some[] = {"\xe3\x81\x82",
                                       "\xe3\x83\xbb",
                                       "\xe3\x82\x99",
                                       "\xe7\xa7\x8d",
                                       "\xef\xbc\x8c",
                                       "\xe3\x80\x82",
                                       "\xe2\x80\x94",
                                       "\xe2\x80\x99",
                                       "\xd0\xb6",
                                       "\xc3\x9c",
                                       "\xc2\xab",
                                       "a",
                                       "4",
                                       ".",
                                       " "};
    enum { SOME = sizeof some / sizeof *some };
    static char text[STM_RUNS_PIECE + 8];
    for (seed = 5; seed < 4000;) {
        uint32_t next = seed + 1, few = 1 + roll(SOME), first = roll(SOME);
        size_t used = roll(4);
        memset(text, ' ', used);
        while (used < STM_RUNS_PIECE + 2) {
            const char *c = some[(first + roll(few)) % SOME];
            memcpy(text + used, c, strlen(c));
            used += strlen(c);
        }
        assert_same_runs(text, 1 + roll(STM_RUNS_PIECE / STM_RUNS_BLOCK));
        seed = next;
    }
}

static void hostile_bytes_are_read_alike(void **state)
{
    (void)state;
    static const char *alphabets[] = {
        "aZ09 ",
        "a.'`,\" ",
        "a1.,' ",
        "ab\xc3\xa9 '",
        "\xe4\xb8\xad.a ",
        "a",
        "\xe2\x80\x94\x99\x9c. a",
        "\xc3\xd0\xd1\x9f\xa9\xb0\x80'a1. ",
        "\xe3\x80\x81\x82\x83\x85\x99\xbb\xbf.",
        "\xe3\xe4\xe5\xe9\xb7\xb8\x80\xbf a1,",
        "\xef\xbc\x8c\xe7\xa7\x8d 1,",
        "\xc2\xa0\xab\xb7\xbb\xad .a",
        "ab1. ",
    };
    static char text[STM_RUNS_PIECE + 2];
    for (seed = 1; seed < 3000;) {
        uint32_t next = seed + 1;
        const char *letters =
            alphabets[roll(sizeof alphabets / sizeof *alphabets)];
        bool any = !roll(5);
        for (size_t i = 0; i < sizeof text; i++)
            text[i] = any ? (char)roll(256)
                          : letters[roll((uint32_t)strlen(letters))];
        assert_same_runs(text, 1 + roll(STM_RUNS_PIECE / STM_RUNS_BLOCK));
        seed = next;
    }
}

static void words_of_every_length_at_every_offset_hash_alike(void **state)
{
    (void)state;
    enum { MOST = STM_TEXT_WORD_MAX };
    static char bytes[64 + MOST + STM_RUNS_PAD];
    uint16_t from[MOST + 8] = {0}, to[MOST + 8] = {0};
    uint64_t got[MOST + 8];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(1 + i * 37 % 255);
    for (uint16_t at = 0; at < 64; at++)
        for (size_t k = 0; k < kernel_count; k++) {
            for (unsigned n = 1; n <= MOST; n++)
                from[n - 1] = at, to[n - 1] = (uint16_t)(at + n);
            kernels[k]->hash(got, bytes, from, to, MOST);
            for (size_t n = 1; n <= MOST; n++)
                assert_true(got[n - 1] == stm_text__hash(bytes + at, n));
        }
}

static void batches_of_every_size_hash_alike(void **state)
{
    (void)state;
    static char bytes[64 + STM_RUNS_PAD];
    uint16_t from[48] = {0}, to[48] = {0};
    uint64_t got[48];
    memset(bytes, 'w', sizeof bytes);
    for (size_t count = 0; count <= 40; count++) {
        memset(from, 0, sizeof from);
        memset(to, 0, sizeof to);
        for (size_t i = 0; i < count; i++)
            from[i] = (uint16_t)i, to[i] = (uint16_t)(i + 1 + i % 20);
        for (size_t k = 0; k < kernel_count; k++) {
            kernels[k]->hash(got, bytes, from, to, count);
            for (size_t i = 0; i < count; i++)
                assert_true(got[i] == stm_text__hash(bytes, 1 + i % 20));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_beside_every_other_is_read_alike),
        cmocka_unit_test(runs_of_every_length_at_every_offset_are_found),
        cmocka_unit_test(characters_of_three_bytes_are_read_alike),
        cmocka_unit_test(hostile_bytes_are_read_alike),
        cmocka_unit_test(words_of_every_length_at_every_offset_hash_alike),
        cmocka_unit_test(batches_of_every_size_hash_alike),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
