#include "said.h"

#include "base/utf8.h"
#include "kernels.h"
#include "plain_words.h"
#include "text/scan.h"

enum { LONGEST = 40000 };

static const stm_text_kernel *kernels[KERNELS_MOST];
static size_t kernel_count;
static stm_scan_work *work;
static uint64_t *want_hash;
static stm_range *want_at;
static uint32_t seed = 1;

static int set_up(void **state)
{
    (void)state;
    kernel_count = usable_kernels(kernels);
    work = malloc(sizeof *work);
    want_hash = calloc(LONGEST, sizeof *want_hash);
    want_at = calloc(LONGEST, sizeof *want_at);
    return work && want_hash && want_at ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(work);
    free(want_hash);
    free(want_at);
    return 0;
}

static uint32_t roll(uint32_t below)
{
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % below;
}

/* In memory that ends where the text does. */
static void assert_same_words(stm_str said)
{
    size_t count;
    stm_scan s = {.with_at = true, .with_flags = true};
    char *bytes = malloc(said.len + !said.len);
    assert_non_null(bytes);
    memcpy(bytes, said.ptr, said.len);
    stm_str text = {bytes, said.len};
    bool valid = plain_words(text, want_hash, want_at, &count);
    for (size_t k = 0; k < kernel_count; k++) {
        s.count = 0;
        stm_status rc = stm_text__scan(&s, work, kernels[k], text, NULL);
        assert_int_equal(rc, valid ? STM_OK : STM_EARG);
        if (!valid)
            continue;
        assert_int_equal(s.count, count);
        for (size_t i = 0; i < count; i++) {
            assert_int_equal(s.at[i].start, want_at[i].start);
            assert_int_equal(s.at[i].end, want_at[i].end);
            assert_true(s.hash[i] == want_hash[i]);
        }
    }
    free(s.hash);
    free(s.at);
    free(s.flags);
    free(bytes);
}

/* A character that matters to some rule, or any. */
static uint32_t some_character(uint32_t kind)
{
    static const uint32_t joiners[] = {
        0x2014, 0x201c, 0x2026, '\'',  '`', '.', ',',    '"', 0xb7,
        0x2019, 0x5f4,  0xff0e, 0x66b, ' ', '-', 0x200b, 0xad};
    static const uint32_t starts[] = {'a',    'A',    '0',    0xe9,  0x391,
                                      0x430,  0x5d0,  0x627,  0x939, 0xe01,
                                      0x1100, 0x3042, 0x4e00, 0xac00};
    switch (kind) {
    case 0:
        return joiners[roll(sizeof joiners / sizeof *joiners)];
    case 1:
        return 0x300 + roll(0x70);
    case 2:
        return roll(0x3000) + 1;
    case 3:
        return 0x10000 + roll(0x20000);
    default:
        return starts[roll(sizeof starts / sizeof *starts)] + roll(26);
    }
}

static size_t write_text(char *out, size_t most)
{
    size_t used = 0;
    uint32_t stay = 1 + roll(30), rare = roll(8);
    uint32_t start = some_character(9);
    while (used + 4 < most) {
        uint32_t cp = start + roll(20);
        if (!roll(stay))
            start = some_character(9);
        if (!roll(6))
            cp = ' ';
        if (!roll(12))
            cp = some_character(0);
        if (!roll(50) && rare < 5)
            cp = some_character(rare);
        used += stm_utf8_encode(cp, out + used);
    }
    return used;
}

static void words_are_those_of_the_rules_in_any_mixture(void **state)
{
    (void)state;
    static char text[LONGEST];
    for (int i = 0; i < 1500; i++) {
        size_t most = i % 10 ? 10 + roll(600) : 2000 + roll(9000);
        assert_same_words((stm_str){text, write_text(text, most)});
    }
}

static void words_at_the_seams_of_pieces_are_whole(void **state)
{
    (void)state;
    static char text[3 * STM_RUNS_PIECE];
    static const char *words[] = {"abcdefghij ",   "\xd0\xb6\xd0\xb6\xd0\xb6 ",
                                  "a.b.c ",        "\xe5\xb1\xb1\xe5\xb7\x9d",
                                  "1,000.5 ",      "\xe2\x80\x94",
                                  "a\xe2\x80\x94", "\xc3\x9f\xc3\x89"};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        for (size_t shift = 0; shift < 70; shift++) {
            size_t n = strlen(words[w]), used = shift;
            memset(text, ' ', shift);
            while (used + n <= STM_RUNS_PIECE + 300) {
                memcpy(text + used, words[w], n);
                used += n;
            }
            assert_same_words((stm_str){text, used});
        }
}

static void texts_of_every_length_are_read_to_their_end(void **state)
{
    (void)state;
    static char text[STM_RUNS_PIECE + 300];
    memset(text, 'w', sizeof text);
    for (size_t i = 0; i < sizeof text; i += 7)
        text[i] = ' ';
    for (size_t n = 0; n <= sizeof text; n++)
        assert_same_words((stm_str){text, n});
}

static void runs_without_end_are_cut_alike(void **state)
{
    (void)state;
    static char text[LONGEST];
    static const char *parts[] = {
        "x",  "\xd0\xb6", "\xe5\xb1\xb1",     "\xcc\x81",    "a\xcc\x81",
        "a'", "1.",       "\xf0\x90\x8c\xb0", "\xef\xb7\xba"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t n = strlen(parts[i]), used = 1;
        text[0] = 'e';
        while (used + n < 9000) {
            memcpy(text + used, parts[i], n);
            used += n;
        }
        assert_same_words((stm_str){text, used});
    }
}

static void damage_anywhere_is_found(void **state)
{
    (void)state;
    static char text[4000];
    for (int i = 0; i < 2000; i++) {
        size_t n = write_text(text, 20 + roll(i % 20 ? 300 : 3900));
        text[roll((uint32_t)n)] = (char)(128 + roll(128));
        assert_same_words((stm_str){text, n});
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_those_of_the_rules_in_any_mixture),
        cmocka_unit_test(words_at_the_seams_of_pieces_are_whole),
        cmocka_unit_test(texts_of_every_length_are_read_to_their_end),
        cmocka_unit_test(runs_without_end_are_cut_alike),
        cmocka_unit_test(damage_anywhere_is_found),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
