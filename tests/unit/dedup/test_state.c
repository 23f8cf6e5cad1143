#include "dedup/state.h"

#include <string.h>

#include "base/str.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const stm_state_mark sample = {
    .place = {1, 77, 5, 2, 1, 900, true},
    .sizes = {3 * sizeof(stm_doc), 3 * sizeof(stm_minhash),
              3 * sizeof(stm_edges), 40, 9, 100, 0},
    .count = 3,
    .inputs = 2,
    .sources = 2};

static void a_mark_is_read_as_it_was_written(void **state)
{
    (void)state;
    uint8_t bytes[STM_STATE_MARK_BYTES];
    stm_state_mark got;
    stm_state__write_mark(bytes, &sample);
    assert_true(stm_state__read_mark(&got, bytes));
    assert_int_equal(got.place.at, 77);
    assert_int_equal(got.place.lines, 5);
    assert_true(got.place.done);
    assert_int_equal(got.count, 3);
    assert_memory_equal(got.sizes, sample.sizes, sizeof got.sizes);
}

static void a_mark_with_any_bit_turned_is_none(void **state)
{
    (void)state;
    uint8_t bytes[STM_STATE_MARK_BYTES];
    stm_state_mark got;
    stm_state__write_mark(bytes, &sample);
    for (int bit = 0; bit < STM_STATE_MARK_BYTES * 8; bit++) {
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_false(stm_state__read_mark(&got, bytes));
        bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
}

static void a_mark_that_contradicts_itself_is_none(void **state)
{
    (void)state;
    uint8_t bytes[STM_STATE_MARK_BYTES];
    stm_state_mark got, wrong = sample;
    wrong.count = 4;
    stm_state__write_mark(bytes, &wrong);
    assert_false(stm_state__read_mark(&got, bytes));
    wrong = sample;
    wrong.place.input = 2;
    stm_state__write_mark(bytes, &wrong);
    assert_false(stm_state__read_mark(&got, bytes));
}

static stm_status open_it(stm_state *s, stm_corpus *c, const char *about,
                          stm_place *p, bool *found, stm_error *err)
{
    stm_corpus__start(c);
    return stm_state__open(s, "state", stm_str_of(about), c, p, found, err);
}

static void what_is_behind_the_last_mark_is_forgotten(void **state)
{
    (void)state;
    stm_state s;
    stm_corpus c;
    stm_place p;
    bool found;
    uint32_t row;
    assert_int_equal(open_it(&s, &c, "a", &p, &found, NULL), STM_OK);
    assert_false(found);
    assert_int_equal(stm_corpus__input(&row, &c, STM_LIT("in"), true, NULL),
                     STM_OK);
    assert_int_equal(stm_store__append(&c.store[STM_IDS], "abc", 3, NULL),
                     STM_OK);
    p.at = 12;
    assert_int_equal(stm_state__mark(&s, &c, &p, NULL), STM_OK);
    assert_int_equal(stm_store__append(&c.store[STM_IDS], "lost", 4, NULL),
                     STM_OK);
    assert_int_equal(stm_store__spill(&c.store[STM_IDS], NULL, NULL), STM_OK);
    stm_state__close(&s);
    stm_corpus__free(&c);
    assert_int_equal(open_it(&s, &c, "a", &p, &found, NULL), STM_OK);
    assert_true(found);
    assert_int_equal(p.at, 12);
    assert_int_equal(c.inputs.count, 1);
    assert_int_equal(stm_store__size(&c.store[STM_IDS]), 3);
    stm_state__close(&s);
    stm_corpus__free(&c);
}

static void a_folder_is_of_one_job_and_for_one_at_a_time(void **state)
{
    (void)state;
    stm_state s, t;
    stm_corpus c, d;
    stm_place p;
    bool found;
    stm_error err;
    assert_int_equal(open_it(&s, &c, "a", &p, &found, &err), STM_OK);
    assert_int_equal(open_it(&t, &d, "a", &p, &found, &err), STM_ELIMIT);
    stm_state__close(&t);
    stm_corpus__free(&d);
    stm_state__close(&s);
    stm_corpus__free(&c);
    assert_int_equal(open_it(&s, &c, "b", &p, &found, &err), STM_EARG);
    stm_state__close(&s);
    stm_corpus__free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mark_is_read_as_it_was_written),
        cmocka_unit_test(a_mark_with_any_bit_turned_is_none),
        cmocka_unit_test(a_mark_that_contradicts_itself_is_none),
        cmocka_unit_test_setup_teardown(
            what_is_behind_the_last_mark_is_forgotten, folder_enter,
            folder_leave),
        cmocka_unit_test_setup_teardown(
            a_folder_is_of_one_job_and_for_one_at_a_time, folder_enter,
            folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
