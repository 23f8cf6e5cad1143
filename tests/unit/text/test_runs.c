#include "said.h"

#include "kernels.h"
#include "plain_words.h"

enum { MOST = 3000 };

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

/* What a kernel takes for plain runs are the words of the rules as far as it
 * came, and a mixed run begins where none has begun and ends behind. */
static void assert_kernel(const stm_text_kernel *kernel, stm_str text,
                          size_t size)
{
    static uint64_t hash[2 * MOST], want_hash[2 * MOST];
    static stm_range at[2 * MOST], want_at[2 * MOST];
    size_t count, i = 0;
    stm_runs_read r = kernel->read(hash, at, text.ptr, size, 7);
    assert_true(r.mixed ? r.mixed > r.end : r.end > 0);
    assert_true(r.mixed || r.end + STM_RUNS_WINDOW > size);
    assert_true(r.end < size + STM_RUNS_WINDOW);
    assert_true(r.words + STM_RUNS_SLACK <= stm_runs__most(size));
    if (!plain_words(text, want_hash, want_at, &count))
        return;
    for (; i < count && want_at[i].end <= r.end; i++) {
        assert_int_equal(at[i].start, want_at[i].start + 7);
        assert_int_equal(at[i].end, want_at[i].end + 7);
        assert_true(hash[i] == want_hash[i]);
    }
    assert_int_equal(r.words, i);
    assert_true(i == count || want_at[i].start >= r.end);
    for (; r.mixed && i < count && want_at[i].start < r.mixed; i++)
        assert_true(want_at[i].end <= r.mixed);
    stm_runs_read again = kernel->read(want_hash, NULL, text.ptr, size, 0);
    assert_memory_equal(&again, &r, sizeof r);
    assert_memory_equal(hash, want_hash, r.words * sizeof *hash);
}

/* No byte outside of what may be read is read: the text ends where its memory
 * does. */
static void assert_read(const char *bytes, size_t size)
{
    enum { BEHIND = STM_RUNS_PAD - 1 };
    char *text = malloc(size + BEHIND);
    assert_non_null(text);
    memcpy(text, bytes, size);
    memset(text + size, 0, BEHIND);
    for (size_t k = 0; k < kernel_count; k++)
        assert_kernel(kernels[k], (stm_str){text, size + BEHIND}, size);
    free(text);
}

static void every_byte_beside_every_other_is_read_by_the_rules(void **state)
{
    (void)state;
    /* at the seam of two windows and inside of one */
    for (unsigned a = 0; a < 256; a++)
        for (unsigned b = 0; b < 256; b++) {
            char text[2 * STM_RUNS_WINDOW];
            memset(text, 'x', sizeof text);
            text[61] = ' ', text[10] = '5', text[13] = '7', text[3] = ' ';
            text[63] = text[11] = (char)a;
            text[64] = text[12] = (char)b;
            assert_read(text, sizeof text);
        }
}

static void runs_of_every_length_at_every_offset_are_found(void **state)
{
    (void)state;
    char text[5 * STM_RUNS_WINDOW];
    for (size_t at = 0; at < 70; at++)
        for (size_t n = 1; n < 200; n++) {
            memset(text, ' ', sizeof text);
            for (size_t i = 0; i < n; i++)
                text[at + i] = (char)('A' + (at + i) % 26);
            assert_read(text, sizeof text);
        }
}

static void every_length_of_text_is_read(void **state)
{
    (void)state;
    char text[4 * STM_RUNS_WINDOW];
    for (size_t step = 2; step < 40; step++)
        for (size_t n = 1; n <= sizeof text; n++) {
            for (size_t i = 0; i < n; i++)
                text[i] = (char)(i % step ? 'a' + i % 26 : ' ');
            assert_read(text, n);
        }
}

/* Joiners between what they join, and others, at every place of a window. */
static void joiners_at_every_offset_are_read_by_the_rules(void **state)
{
    (void)state;
    static const char *const some[] = {"don't",
                                       "a`b",
                                       "1,000.5",
                                       "U.S.A",
                                       "a.m",
                                       "b.cd",
                                       "cd.b",
                                       "1'0",
                                       "x.5",
                                       "5.x",
                                       "a'",
                                       "l'\xc3\xa9t\xc3\xa9",
                                       "\xd0\xb1'\xd1\x8a",
                                       "\xd0\xb1'a",
                                       "a'\xd0\xb1",
                                       "\xc3\xa9.\xc3\xa9",
                                       "\xc3\x9f.a",
                                       "a,b",
                                       "1,\xc3\xa9",
                                       "a\"b",
                                       "a1.b",
                                       "a.b'",
                                       "it\xe2\x80\x99s",
                                       "a\xe2\x80\x98",
                                       "1\xe2\x80\x99\x30",
                                       "\xc3\xa9\xe2\x80\x99z",
                                       "z\xe2\x80\x99\xc3\xa9",
                                       "\xe2\x80\x9c\xe2\x80\x98I",
                                       "\xd7\x90\"\xd7\x90"};
    enum { SOME = sizeof some / sizeof *some };
    for (size_t k = 0; k < SOME * SOME; k++)
        for (size_t shift = 0; shift < 66; shift++) {
            char text[3 * STM_RUNS_WINDOW];
            const char *a = some[k / SOME], *b = some[k % SOME];
            memset(text, 'e', sizeof text);
            for (size_t i = 5; i < shift; i += 6)
                text[i] = ' ';
            text[shift] = ' ';
            memcpy(text + shift + 1, a, strlen(a));
            text[shift + 1 + strlen(a)] = ' ';
            memcpy(text + shift + 2 + strlen(a), b, strlen(b));
            text[shift + 2 + strlen(a) + strlen(b)] = ' ';
            assert_read(text, sizeof text);
        }
}

/* Texts of a few of `some` each, one for each seed. */
static void assert_mixtures(const char *const *some, uint32_t count,
                            uint32_t first_seed, uint32_t behind)
{
    static char text[MOST];
    for (seed = first_seed; seed < behind;) {
        uint32_t next = seed + 1, few = 1 + roll(count), first = roll(count);
        size_t used = 0, most = 70 + roll(MOST - 100);
        while (used < most) {
            const char *c = some[(first + roll(few)) % count];
            memcpy(text + used, c, strlen(c));
            used += strlen(c);
        }
        assert_read(text, used);
        seed = next;
    }
}

/* Words that read differently than they stand, more of them than a kernel puts
 * aside, and some that go on from one block to the next. */
static void odd_words_in_any_number_are_read_by_the_rules(void **state)
{
    (void)state;
    static const char *const some[] = {"e.g. ", "it\xe2\x80\x99s ", "U.S.A, ",
                                       "rock\xe2\x80\x99n\xe2\x80\x99roll-",
                                       "abc "};
    assert_mixtures(some, sizeof some / sizeof *some, 1, 300);
}

static void characters_of_three_bytes_are_read_by_the_rules(void **state)
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
    assert_mixtures(some, sizeof some / sizeof *some, 5, 4000);
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
    static char text[MOST];
    for (seed = 1; seed < 3000;) {
        uint32_t next = seed + 1;
        const char *letters =
            alphabets[roll(sizeof alphabets / sizeof *alphabets)];
        bool any = !roll(5);
        size_t n = 1 + roll(roll(3) ? 200 : MOST);
        for (size_t i = 0; i < n; i++)
            text[i] = any ? (char)roll(256)
                          : letters[roll((uint32_t)strlen(letters))];
        assert_read(text, n);
        seed = next;
    }
}

static void words_of_every_length_at_every_offset_hash_alike(void **state)
{
    (void)state;
    enum { MOST_HASHED = 300, PAD = 16 };
    static char bytes[64 + MOST_HASHED + PAD];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(1 + i * 37 % 255);
    for (size_t at = 0; at < 64; at++)
        for (size_t k = 0; k < kernel_count; k++)
            for (size_t n = 1; n <= MOST_HASHED; n++)
                assert_true(kernels[k]->hash(bytes + at, n) ==
                            stm_text__hash(bytes + at, n));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_byte_beside_every_other_is_read_by_the_rules),
        cmocka_unit_test(runs_of_every_length_at_every_offset_are_found),
        cmocka_unit_test(every_length_of_text_is_read),
        cmocka_unit_test(joiners_at_every_offset_are_read_by_the_rules),
        cmocka_unit_test(odd_words_in_any_number_are_read_by_the_rules),
        cmocka_unit_test(characters_of_three_bytes_are_read_by_the_rules),
        cmocka_unit_test(hostile_bytes_are_read_alike),
        cmocka_unit_test(words_of_every_length_at_every_offset_hash_alike),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
