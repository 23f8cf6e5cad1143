#include "said.h"

#include "base/utf8.h"
#include "kernels.h"
#include "plain_words.h"
#include "text/chars.h"
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
        0x2014, 0x201c, 0x2026, '\'',   '`',  '.',    ',',    '"',  0xb7,
        0x2019, 0x5f4,  0xff0e, 0x66b,  ' ',  '-',    0x200b, 0xad, 0xff0c,
        0x3001, 0x30fb, 0x3099, 0x3005, 0xab, 0xff11, 0xfe0f};
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
    static char text[3 * STM_SCAN_PIECE];
    static const char *words[] = {"abcdefghij ",
                                  "\xd0\xb6\xd0\xb6\xd0\xb6 ",
                                  "a.b.c ",
                                  "\xe5\xb1\xb1\xe5\xb7\x9d",
                                  "1,000.5 ",
                                  "\xe2\x80\x94",
                                  "a\xe2\x80\x94",
                                  "\xc3\x9f\xc3\x89",
                                  "\xe3\x81\x82\xe3\x80\x82",
                                  "\xe5\xb1\xb1\xef\xbc\2147",
                                  "\xe3\x81\x8b\xe3\x82\x99",
                                  "\xe3\x80\x85\xe5\xb1\xb1",
                                  "ab.cd",
                                  "abcdefgh\xd0\xbc\xd0\xb5 ",
                                  "a.b c.de "};
    for (size_t w = 0; w < sizeof words / sizeof *words; w++)
        for (size_t shift = 0; shift < 70; shift++) {
            size_t n = strlen(words[w]), used = shift;
            memset(text, ' ', shift);
            while (used + n <= STM_SCAN_PIECE + 300) {
                memcpy(text + used, words[w], n);
                used += n;
            }
            assert_same_words((stm_str){text, used});
        }
}

/* What kernels take for a separator or an ideograph is one, and folds to
 * itself; wherever it stands beside others, words are those of the rules. */
static void known_characters_are_what_the_table_says(void **state)
{
    (void)state;
    for (uint32_t cp = 0x80; cp < 0x10000; cp++) {
        char text[16] = {0};
        unsigned n = stm_utf8_encode(cp, text);
        stm_unit u =
            stm_unit__of((unsigned char)text[0], (unsigned char)text[1],
                         (unsigned char)text[2]);
        uint32_t entry = stm_text__entry(cp);
        if (u == STM_UNIT_NONE || (cp >= 0xd800 && cp < 0xe000))
            continue;
        assert_int_equal(stm_unit__length(u), n);
        if (u == STM_UNIT_MARK || u == STM_UNIT_LONG_MARK)
            assert_int_equal(stm_text__char(cp), STM_CHAR_OTHER);
        if (u == STM_UNIT_COMMA)
            assert_int_equal(stm_text__char(cp), STM_CHAR_COMMA);
        if (u == STM_UNIT_IDEOGRAPH)
            assert_int_equal(entry >> STM_CHAR_KNOWN_SHIFT,
                             STM_CHAR_IDEOGRAPH << 2 | STM_CHAR_ITSELF);
    }
}

static void ideographs_are_flagged_as_such(void **state)
{
    (void)state;
    static const char text[] = "\xe5\xb1\xb1"
                               "a\xe3\x81\x82 \xc3\x89t\xc3\xa9";
    static const uint8_t want[] = {STM_WORD_IDEOGRAPH, 0, STM_WORD_IDEOGRAPH,
                                   STM_WORD_CAPITAL};
    for (size_t k = 0; k < kernel_count; k++) {
        stm_scan s = {.with_at = true, .with_flags = true};
        stm_str whole = {text, sizeof text - 1};
        assert_int_equal(stm_text__scan(&s, work, kernels[k], whole, NULL),
                         STM_OK);
        assert_int_equal(s.count, sizeof want);
        assert_memory_equal(s.flags, want, sizeof want);
        free(s.hash);
        free(s.at);
        free(s.flags);
    }
}

static void texts_of_every_length_are_read_to_their_end(void **state)
{
    (void)state;
    static char text[STM_SCAN_PIECE + 300];
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
        cmocka_unit_test(known_characters_are_what_the_table_says),
        cmocka_unit_test(ideographs_are_flagged_as_such),
        cmocka_unit_test(texts_of_every_length_are_read_to_their_end),
        cmocka_unit_test(runs_without_end_are_cut_alike),
        cmocka_unit_test(damage_anywhere_is_found),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
