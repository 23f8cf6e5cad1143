#include "dedup/keyed.h"

#include <stdlib.h>

#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static int by_key(const void *x, const void *y)
{
    const stm_keyed *a = x, *b = y;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->doc > b->doc) - (a->doc < b->doc);
}

typedef struct grouped {
    uint64_t items, sum;
} grouped;

static stm_status take_group(void *user, const stm_keyed *k, size_t n,
                             stm_error *err)
{
    grouped *g = user;
    (void)err;
    assert_true(n > 1);
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(k[i].key, k[0].key);
        assert_true(!i || k[i - 1].doc < k[i].doc);
        g->sum += stm_mix64((uint64_t)k[i].key << 32 | k[i].doc);
    }
    g->items += n;
    return STM_OK;
}

static void check_groups(size_t count, uint32_t mask)
{
    stm_keyed *items = malloc((count * 2 + STM_KEYED_EXTRA) * sizeof *items);
    stm_keyed *copy = malloc((count * 2 + STM_KEYED_EXTRA) * sizeof *copy);
    grouped got = {0, 0}, wanted = {0, 0};
    assert_true(items && copy);
    for (size_t i = 0; i < count; i++)
        items[i] = copy[i] =
            (stm_keyed){(uint32_t)stm_mix64(i + 1) & mask, (uint32_t)i};
    qsort(copy, count, sizeof *copy, by_key);
    for (size_t i = 0, next; i < count; i = next) {
        next = stm_keyed__end(copy, count, i);
        if (next - i > 1)
            take_group(&wanted, copy + i, next - i, NULL);
    }
    assert_int_equal(
        stm_keyed__groups(items, items + count, count, take_group, &got, NULL),
        STM_OK);
    assert_true(got.items == wanted.items && got.sum == wanted.sum);
    free(items);
    free(copy);
}

static void groups_are_the_stretches_of_the_sorted(void **state)
{
    (void)state;
    const uint32_t masks[] = {0,          1,       0xff,       0xff000000,
                              0x00ffff00, 0xfffff, UINT32_MAX, 0x3ff003ff};
    for (size_t i = 0; i < sizeof masks / sizeof *masks; i++)
        for (size_t count = 0; count < 50000; count = count * 3 + 5)
            check_groups(count, masks[i]);
}

static void equal_keys_are_one_stretch(void **state)
{
    (void)state;
    const stm_keyed k[] = {{1, 0}, {1, 4}, {2, 1}, {7, 2}, {7, 3}};
    assert_int_equal(stm_keyed__end(k, 5, 0), 2);
    assert_int_equal(stm_keyed__end(k, 5, 2), 3);
    assert_int_equal(stm_keyed__end(k, 5, 3), 5);
}

static void a_filter_lets_all_pass_that_come_again(void **state)
{
    (void)state;
    enum { MOST = 20000 };
    static uint32_t key[MOST], doc[MOST];
    static stm_keyed out[MOST + 1], want[MOST];
    for (size_t count = 0; count <= MOST; count = count * 3 + 1) {
        stm_keyed_filter f;
        size_t n = 0, found = 0, again = 0;
        assert_int_equal(stm_keyed__filter_make(&f, count, NULL), STM_OK);
        for (size_t i = 0; i < count; i++) {
            key[i] = (uint32_t)stm_mix64(i % 7 ? i : i / 2);
            doc[i] = (uint32_t)(i * 3);
            want[i] = (stm_keyed){key[i], doc[i]};
        }
        stm_keyed__filter_note(&f, key, count);
        n = stm_keyed__filter_take(out, &f, key, doc, count);
        stm_keyed__filter_note(&f, key, count);
        assert_int_equal(stm_keyed__filter_take(out, &f, key, doc, count), n);
        qsort(want, count, sizeof *want, by_key);
        for (size_t i = 0; i < count; i++) {
            bool twin = (i && want[i - 1].key == want[i].key) ||
                        (i + 1 < count && want[i + 1].key == want[i].key);
            again += twin;
            for (size_t k = 0; twin && k < n; k++)
                found += out[k].key == want[i].key && out[k].doc == want[i].doc;
        }
        assert_int_equal(found, again);
        assert_true(n - again <= count / 5);
        for (size_t i = 1; i < n; i++)
            assert_true(out[i - 1].doc < out[i].doc);
        stm_keyed__filter_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_the_stretches_of_the_sorted),
        cmocka_unit_test(equal_keys_are_one_stretch),
        cmocka_unit_test(a_filter_lets_all_pass_that_come_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
