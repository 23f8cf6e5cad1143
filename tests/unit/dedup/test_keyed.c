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

/* By both ways to the groups. */
static void check_groups(size_t count, uint32_t mask)
{
    stm_keyed *items = malloc((count * 2 + STM_KEYED_EXTRA) * sizeof *items);
    stm_keyed *copy = malloc((count * 2 + STM_KEYED_EXTRA) * sizeof *copy);
    uint32_t *key = malloc((count * 2 + 1) * sizeof *key), *doc = key + count;
    grouped got = {0, 0}, repeats = {0, 0}, wanted = {0, 0};
    stm_keyed_room room = {0};
    assert_true(items && copy && key);
    for (size_t i = 0; i < count; i++) {
        key[i] = (uint32_t)stm_mix64(i + 1) & mask;
        doc[i] = (uint32_t)i;
        items[i] = copy[i] = (stm_keyed){key[i], doc[i]};
    }
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
    assert_int_equal(
        stm_keyed__repeats(&room, key, doc, count, take_group, &repeats, NULL),
        STM_OK);
    assert_true(repeats.items == wanted.items && repeats.sum == wanted.sum);
    stm_keyed__room_free(&room);
    free(items);
    free(copy);
    free(key);
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

static stm_status refuse(void *user, const stm_keyed *k, size_t n,
                         stm_error *err)
{
    size_t *calls = user;
    (void)k;
    (void)n;
    ++*calls;
    return stm_fail(err, STM_ECANCEL, STM_NO_OFFSET, "no more");
}

static void a_failure_of_the_taker_ends_it(void **state)
{
    (void)state;
    const uint32_t key[] = {5, UINT32_MAX, 5, UINT32_MAX}, doc[] = {0, 1, 2, 3};
    stm_keyed_room room = {0};
    size_t calls = 0;
    assert_int_equal(
        stm_keyed__repeats(&room, key, doc, 4, refuse, &calls, NULL),
        STM_ECANCEL);
    assert_int_equal(calls, 1);
    stm_keyed__room_free(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_the_stretches_of_the_sorted),
        cmocka_unit_test(equal_keys_are_one_stretch),
        cmocka_unit_test(a_failure_of_the_taker_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
