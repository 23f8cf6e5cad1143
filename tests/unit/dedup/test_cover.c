#include "dedup/cover.h"

#include <string.h>

#include "base/hash.h"
#include "dedup/runs.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { WORDS = 400 };

static void make_words(uint64_t *hash, size_t count, uint64_t seed)
{
    for (size_t i = 0; i < count; i++)
        hash[i] = stm_hash_pair(seed, i) | 1;
}

static double share(const uint64_t *a, size_t n, const uint64_t *b, size_t m,
                    const stm_frequent *f)
{
    stm_cover c = {0};
    assert_int_equal(stm_cover__find(&c, a, n, b, m, f, NULL), STM_OK);
    for (size_t i = 0; i < c.passages.count; i++) {
        const stm_cover_passage *p = &c.passages.items[i];
        assert_true(p->a.from < p->a.to && p->a.to <= n);
        assert_true(p->b.from < p->b.to && p->b.to <= m);
        assert_memory_equal(a + p->a.from, b + p->b.from, sizeof *a);
    }
    double found = stm_cover__share(&c);
    stm_cover__free(&c);
    return found;
}

static void a_cut_stands_in_the_whole(void **state)
{
    (void)state;
    uint64_t a[WORDS];
    make_words(a, WORDS, 1);
    assert_true(share(a + 100, 200, a, WORDS, NULL) == 1);
    assert_true(share(a, WORDS, a + 100, 200, NULL) == 0.5);
}

static void unlike_documents_share_nothing(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    make_words(a, WORDS, 1);
    make_words(b, WORDS, 2);
    assert_true(share(a, WORDS, b, WORDS, NULL) == 0);
    assert_true(share(a, 0, b, WORDS, NULL) == 0);
    assert_true(share(a, WORDS, b, 0, NULL) == 0);
    assert_true(share(a, 2, a, 2, NULL) == 0);
}

static void one_word_in_eight_may_be_replaced_left_out_or_put_in(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[2 * WORDS];
    size_t m = 0;
    make_words(a, WORDS, 1);
    for (size_t i = 0; i < WORDS; i++) {
        if (i % 24 != 8)
            b[m++] = i % 24 == 0 ? i : a[i];
        if (i % 24 == 16)
            b[m++] = i;
    }
    assert_true(share(a, WORDS, b, m, NULL) > 0.85);
}

static void shuffled_sentences_are_found(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    make_words(a, WORDS, 1);
    for (size_t s = 0; s < WORDS / 20; s++)
        memcpy(b + s * 20, a + (s * 7 % (WORDS / 20)) * 20, 20 * sizeof *a);
    assert_true(share(a, WORDS, b, WORDS, NULL) > 0.95);
}

static void what_is_said_twice_counts_once(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    make_words(b, WORDS, 1);
    for (size_t i = 0; i < WORDS; i++)
        a[i] = b[i % 20];
    assert_true(share(a, WORDS, b, WORDS, NULL) < 0.1);
}

static void furniture_counts_on_neither_side(void **state)
{
    (void)state;
    uint64_t a[WORDS], b[WORDS];
    uint32_t runs[100 + STM_MINHASH_SLACK];
    stm_frequent f = {0};
    make_words(a, WORDS, 1);
    make_words(b, WORDS, 2);
    memcpy(b, a, 100 * sizeof *b);
    assert_int_equal(stm_minhash__keys(runs, a, 100), 96);
    assert_int_equal(stm_frequent__add(&f, runs, 96, NULL), STM_OK);
    assert_true(share(a, WORDS, b, WORDS, NULL) == 0.25);
    assert_true(share(a, WORDS, b, WORDS, &f) < 0.02);
    stm_frequent__free(&f);
}

static void one_word_without_end_takes_no_time(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    static uint64_t a[MANY];
    for (size_t i = 0; i < MANY; i++)
        a[i] = 7;
    assert_true(share(a, MANY, a, MANY, NULL) == 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cut_stands_in_the_whole),
        cmocka_unit_test(unlike_documents_share_nothing),
        cmocka_unit_test(one_word_in_eight_may_be_replaced_left_out_or_put_in),
        cmocka_unit_test(shuffled_sentences_are_found),
        cmocka_unit_test(what_is_said_twice_counts_once),
        cmocka_unit_test(furniture_counts_on_neither_side),
        cmocka_unit_test(one_word_without_end_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
