#include "dedup/store.h"

#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { MANY = 3 << 20 };

static uint8_t byte_at(uint64_t i) { return (uint8_t)(i * 31 ^ i >> 7); }

static void append(stm_store *s, size_t len)
{
    uint8_t *bytes = malloc(len);
    assert_non_null(bytes);
    for (size_t i = 0; i < len; i++)
        bytes[i] = byte_at(stm_store__size(s) + i);
    assert_int_equal(stm_store__append(s, bytes, len, NULL), STM_OK);
    free(bytes);
}

static void check(const stm_store *s, uint64_t at, size_t len)
{
    uint8_t *room = malloc(len + 1);
    const void *got;
    assert_non_null(room);
    assert_int_equal(stm_store__get(&got, s, at, len, room, NULL), STM_OK);
    for (size_t i = 0; i < len; i++)
        assert_int_equal(((const uint8_t *)got)[i], byte_at(at + i));
    free(room);
}

static void bytes_are_found_in_memory_on_disk_and_between(void **state)
{
    (void)state;
    stm_store s = STM_STORE_EMPTY;
    append(&s, 1000);
    check(&s, 10, 900);
    assert_int_equal(stm_store__spill(&s, ".", NULL), STM_OK);
    assert_false(stm_store__in_memory(&s));
    check(&s, 10, 900);
    append(&s, 500);
    check(&s, 900, 400);
    check(&s, 1000, 500);
    append(&s, MANY);
    check(&s, 0, 1500 + MANY);
    assert_int_equal(stm_store__size(&s), 1500 + MANY);
    stm_store__free(&s);
}

static void what_is_not_there_is_an_error(void **state)
{
    (void)state;
    stm_store s = STM_STORE_EMPTY;
    const void *got;
    char room[64];
    append(&s, 20);
    assert_int_equal(stm_store__get(&got, &s, 10, 11, room, NULL), STM_EFORMAT);
    assert_int_equal(stm_store__get(&got, &s, 30, 1, room, NULL), STM_EFORMAT);
    assert_int_equal(stm_store__spill(&s, ".", NULL), STM_OK);
    assert_int_equal(stm_store__get(&got, &s, 10, 11, room, NULL), STM_EFORMAT);
    assert_int_equal(stm_store__spill(&s, ".", NULL), STM_OK);
    stm_store__free(&s);
    assert_int_equal(stm_store__spill(&s, "no/such/folder", NULL), STM_EIO);
    stm_store__free(&s);
}

static void a_walk_finds_what_single_reads_find(void **state)
{
    (void)state;
    enum { EACH = 80, COUNT = 3 * STM_STORE_STEP / EACH };
    stm_store s = STM_STORE_EMPTY;
    char room[EACH];
    for (int turn = 0; turn < 3; turn++) { /* in memory, both, on disk */
        stm_store_walk w = {0};
        append(&s, COUNT * EACH);
        for (uint64_t i = 0; i < (uint64_t)(turn + 1) * COUNT; i++) {
            const void *got, *want;
            assert_int_equal(
                stm_store__walk(&got, &w, &s, i * EACH, EACH, NULL), STM_OK);
            assert_int_equal(
                stm_store__get(&want, &s, i * EACH, EACH, room, NULL), STM_OK);
            assert_memory_equal(got, want, EACH);
        }
        const void *got;
        uint64_t end = stm_store__size(&s);
        assert_int_equal(stm_store__walk(&got, &w, &s, end, 1, NULL),
                         STM_EFORMAT);
        assert_int_equal(stm_store__walk(&got, &w, &s, UINT64_MAX - 3, 8, NULL),
                         STM_EFORMAT);
        stm_store__walk_end(&w);
        if (turn != 1)
            assert_int_equal(stm_store__spill(&s, ".", NULL), STM_OK);
    }
    stm_store__free(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_are_found_in_memory_on_disk_and_between),
        cmocka_unit_test(a_walk_finds_what_single_reads_find),
        cmocka_unit_test(what_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
