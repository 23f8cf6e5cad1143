#include "index/pairs.h"

#include <stdlib.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { MOST = 3000 };

static uint64_t run(uint64_t x) { return x << 2 | STM_KEY_RUN; }
static uint64_t stem(uint64_t x) { return x << 2 | STM_KEY_STEM; }

/* Sketches given as lists that end with 0. */
static stm_pairs find(size_t count, const uint64_t (*keys)[8], uint32_t each)
{
    static stm_sketch made[MOST];
    static const stm_sketch *list[MOST];
    stm_pairs pairs;
    for (size_t i = 0; i < count; i++) {
        size_t n = 0;
        while (keys[i][n])
            n++;
        made[i] = (stm_sketch){.keys = keys[i], .count = n};
        list[i] = &made[i];
    }
    assert_int_equal(stm_pairs__find(&pairs, list, count, each, NULL), STM_OK);
    for (size_t i = 0; i < pairs.count; i++) {
        const stm_pair *p = &pairs.items[i];
        assert_true(p->a < p->b);
        if (i)
            assert_true(p[-1].a < p->a || (p[-1].a == p->a && p[-1].b < p->b));
    }
    return pairs;
}

static bool has(const stm_pairs *p, uint32_t a, uint32_t b)
{
    for (size_t i = 0; i < p->count; i++)
        if (p->items[i].a == a && p->items[i].b == b)
            return true;
    return false;
}

static void all_pairs_are_each_pair_once(void **state)
{
    (void)state;
    stm_pairs p;
    assert_int_equal(stm_pairs__all(&p, 4, NULL), STM_OK);
    assert_int_equal(p.count, 6);
    assert_int_equal(p.items[5].a, 2);
    assert_int_equal(p.items[5].b, 3);
    stm_pairs__free(&p);
    assert_int_equal(stm_pairs__all(&p, 0, NULL), STM_OK);
    assert_int_equal(p.count, 0);
    stm_pairs__free(&p);
}

static void one_shared_run_makes_a_pair(void **state)
{
    (void)state;
    const uint64_t keys[][8] = {{run(1), run(5)}, {run(2)}, {run(5), run(9)}};
    stm_pairs p = find(3, keys, 10);
    assert_int_equal(p.count, 1);
    assert_true(has(&p, 0, 2));
    stm_pairs__free(&p);
}

static void three_shared_stems_make_a_pair_and_two_do_not(void **state)
{
    (void)state;
    const uint64_t keys[][8] = {{stem(1), stem(2), stem(3)},
                                {stem(1), stem(2), stem(4)},
                                {stem(1), stem(2), stem(3)}};
    stm_pairs p = find(3, keys, 10);
    assert_int_equal(p.count, 1);
    assert_true(has(&p, 0, 2));
    stm_pairs__free(&p);
}

static void the_best_partners_are_kept(void **state)
{
    (void)state;
    const uint64_t keys[][8] = {{run(1), run(2), run(3)},
                                {run(1)},
                                {run(1), run(2), run(3)},
                                {run(1), run(3)}};
    stm_pairs p = find(4, keys, 1);
    assert_true(has(&p, 0, 2));
    assert_false(has(&p, 0, 1));
    assert_int_equal(p.cut, 3);
    stm_pairs__free(&p);
}

static void a_key_that_all_share_costs_little_and_joins_them(void **state)
{
    (void)state;
    uint64_t(*keys)[8] = calloc(MOST, sizeof *keys);
    assert_non_null(keys);
    for (size_t i = 0; i < MOST; i++)
        keys[i][0] = run(1);
    stm_pairs p = find(MOST, (const uint64_t(*)[8])keys, 20);
    assert_true(p.count <= MOST * 20);
    for (uint32_t i = 0; i + 1 < MOST; i += 100)
        assert_true(has(&p, i, i + 1));
    stm_pairs__free(&p);
    free(keys);
}

static void a_line_below_every_page_makes_no_pairs(void **state)
{
    (void)state;
    uint64_t(*keys)[8] = calloc(MOST, sizeof *keys);
    assert_non_null(keys);
    for (size_t i = 0; i < MOST; i++)
        for (size_t k = 0; k < 7; k++)
            keys[i][k] = k < 2 ? run(k + 1) : run(8 * (i + 1) + k);
    keys[5][6] = keys[900][6]; /* these two share a line of their own */
    stm_pairs p = find(MOST, (const uint64_t(*)[8])keys, 20);
    assert_int_equal(p.count, 1);
    assert_true(has(&p, 5, 900));
    stm_pairs__free(&p);
    free(keys);
}

static void texts_without_keys_have_no_pairs(void **state)
{
    (void)state;
    const uint64_t keys[][8] = {{0}, {0}};
    stm_pairs p = find(2, keys, 10);
    assert_int_equal(p.count, 0);
    stm_pairs__free(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_pairs_are_each_pair_once),
        cmocka_unit_test(one_shared_run_makes_a_pair),
        cmocka_unit_test(three_shared_stems_make_a_pair_and_two_do_not),
        cmocka_unit_test(the_best_partners_are_kept),
        cmocka_unit_test(a_key_that_all_share_costs_little_and_joins_them),
        cmocka_unit_test(a_line_below_every_page_makes_no_pairs),
        cmocka_unit_test(texts_without_keys_have_no_pairs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
