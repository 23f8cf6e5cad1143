#include "dedup/cut_repeats.h"

#include <string.h>

#include "base/hash.h"
#include "dedup/cut_suffixes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { DOCS = 12, WORDS = 60, ROOM = WORDS * 12 };

static char texts[DOCS][ROOM];

static uint32_t choose(uint64_t *seed, uint32_t among)
{
    *seed = stm_mix64(*seed + 1);
    return (uint32_t)(*seed % among);
}

static void put(char *text, const char *more)
{
    size_t at = strlen(text), n = strlen(more);
    if (at + n < ROOM)
        memcpy(text + at, more, n + 1);
}

/* From some character of the text on. */
static const char *piece_of(const char *text, uint64_t *seed)
{
    size_t from = choose(seed, (uint32_t)strlen(text) + 1);
    while (((unsigned char)text[from] & 0xc0) == 0x80)
        from--;
    return text + from;
}

/* Texts of few words and gaps, and pieces of the ones before. */
static void make_texts(uint64_t seed)
{
    static const char *const words[] = {"a", "be", "Sea", "harbours",
                                        "\xe6\x9c\x88"};
    static const char *const gaps[] = {" ", " ", ", ", "; "};
    for (uint32_t d = 0; d < DOCS; d++) {
        texts[d][0] = '\0';
        for (uint32_t n = choose(&seed, WORDS); n--;) {
            if (d && !choose(&seed, 4))
                put(texts[d], piece_of(texts[choose(&seed, d)], &seed));
            put(texts[d], words[choose(&seed, 5)]);
            put(texts[d], gaps[choose(&seed, 4)]);
        }
    }
}

static const char *bytes_at(const stm_cut_row *r, uint32_t i)
{
    return texts[stm_cut_row__doc(r, i)] + r->start.items[i];
}

/* Whether words [a, a + n) and [b, b + n) are the same byte for byte. */
static bool is_same(const stm_cut_row *r, uint32_t a, uint32_t b, uint32_t n)
{
    if (b + n > r->number.count)
        return false;
    for (uint32_t i = 0; i < n; i++)
        if (!r->number.items[a + i] || !r->number.items[b + i])
            return false;
    size_t len = stm_cut_row__end_of(r, a + n - 1) - r->start.items[a];
    return stm_cut_row__end_of(r, b + n - 1) - r->start.items[b] == len &&
           !memcmp(bytes_at(r, a), bytes_at(r, b), len);
}

static uint32_t first_like(const stm_cut_row *r, uint32_t at, uint32_t words)
{
    for (uint32_t i = 0; i < at; i++)
        if (is_same(r, at, i, words))
            return i;
    return at;
}

/* Each window's first place is the one that a look at all others finds. */
static void check(const stm_cut_row *r, const stm_cut_repeats *got)
{
    for (uint32_t i = 0; i < r->number.count; i++) {
        uint32_t last = r->last.items[i], until = r->last.items[i + 1];
        if (!r->number.items[i] || !r->number.items[last])
            continue;
        assert_int_equal(got->first[i], first_like(r, i, last - i + 1));
        for (uint32_t end = last + 1; end < until; end++)
            assert_int_equal(got->first_end[end],
                             first_like(r, i, end - i + 1) + end - i);
    }
}

static void each_window_has_the_place_where_it_came_first(void **state)
{
    (void)state;
    if (!stm_cut_suffixes__there())
        skip();
    for (uint64_t seed = 1; seed < 60; seed++) {
        stm_cut_row r = {0};
        stm_cut_repeats got = {0};
        stm_hashes words = {0};
        uint32_t least = 1 + (uint32_t)seed * 5 % 41;
        make_texts(seed << 32);
        for (size_t d = 0; d < DOCS; d++) {
            stm_str s = {texts[d], strlen(texts[d])};
            assert_int_equal(stm_hashes_scan_at(&words, s, NULL), STM_OK);
            assert_int_equal(stm_cut_row__add(&r, s, &words, least, NULL),
                             STM_OK);
        }
        assert_int_equal(stm_cut_row__end(&r, NULL), STM_OK);
        assert_int_equal(stm_cut_repeats__find(&got, &r, NULL), STM_OK);
        check(&r, &got);
        stm_cut_repeats__free(&got);
        stm_cut_row__free(&r);
        stm_hashes_free(&words);
    }
}

static void a_row_of_nothing_repeats_nothing(void **state)
{
    (void)state;
    stm_cut_row r = {0};
    stm_cut_repeats got = {0};
    assert_int_equal(stm_cut_row__end(&r, NULL), STM_OK);
    assert_int_equal(stm_cut_repeats__find(&got, &r, NULL), STM_OK);
    stm_cut_repeats__free(&got);
    stm_cut_row__free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_window_has_the_place_where_it_came_first),
        cmocka_unit_test(a_row_of_nothing_repeats_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
