#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdlib.h>

#include "base/str.h"
#include "base/window.h"

/* A stream of the bytes 0, 1, 2, ..., 255, 0, ... in pieces of `piece`, that is
 * damaged at `bad` and ends at `end`. */
typedef struct counting {
    stm_stream shown;
    size_t at, bad, end, piece;
} counting;

static stm_status read_counting(stm_stream *s, char *to, size_t room,
                                size_t *got, stm_error *err)
{
    counting *c = (counting *)s;
    if (c->at == c->bad) {
        c->bad = SIZE_MAX;
        return stm_fail(err, STM_EFORMAT, c->at, "damaged");
    }
    size_t stop = c->bad < c->end ? c->bad : c->end;
    *got = 0;
    while (*got < room && *got < c->piece && c->at < stop)
        to[(*got)++] = (char)c->at++;
    return STM_OK;
}

static counting count_to(size_t end, size_t piece)
{
    return (counting){{.read = read_counting}, 0, SIZE_MAX, end, piece};
}

static void expect_at(const stm_window *w, uint64_t at)
{
    stm_str s = stm_window_bytes(w);
    assert_int_equal(w->at, at);
    for (size_t i = 0; i < s.len; i++)
        assert_int_equal((unsigned char)s.ptr[i], (at + i) & 255);
}

static void what_is_wanted_is_in_one_piece(void **state)
{
    (void)state;
    static const size_t pieces[] = {1, 7, 4096, SIZE_MAX};
    for (size_t i = 0; i < 4; i++) {
        counting c = count_to(1000000, pieces[i]);
        stm_window w;
        uint64_t at = 0;
        stm_window_start(&w, &c.shown);
        for (size_t want = 1; want < 300000; want *= 3) {
            assert_int_equal(stm_window_want(&w, want, NULL), STM_OK);
            assert_true(stm_window_bytes(&w).len >= want);
            expect_at(&w, at);
            stm_window_drop(&w, want / 2);
            at += want / 2;
        }
        stm_window_free(&w);
    }
}

static void the_end_is_the_end(void **state)
{
    (void)state;
    counting c = count_to(10, 3);
    stm_window w;
    stm_window_start(&w, &c.shown);
    assert_int_equal(stm_window_want(&w, 11, NULL), STM_OK);
    assert_int_equal(stm_window_bytes(&w).len, 10);
    assert_true(w.ended);
    assert_false(w.broken);
    stm_window_drop(&w, 10);
    assert_int_equal(stm_window_want(&w, 1, NULL), STM_OK);
    assert_int_equal(stm_window_bytes(&w).len, 0);
    stm_window_free(&w);
}

static void it_grows_no_further_than_is_asked(void **state)
{
    (void)state;
    counting c = count_to(SIZE_MAX, SIZE_MAX);
    stm_window w;
    stm_window_start(&w, &c.shown);
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(stm_window_want(&w, 100000, NULL), STM_OK);
        stm_window_drop(&w, 100000);
    }
    assert_true(w.room <= 1 << 20);
    stm_window_free(&w);
}

/* A reader that wants much and goes on by little must not have it all moved
 * each time. */
static void small_steps_in_a_large_window_cost_little(void **state)
{
    (void)state;
    enum { WANT = 4 << 20, STEPS = 100000 };
    counting c = count_to(SIZE_MAX, SIZE_MAX);
    stm_window w;
    unsigned moves = 0;
    size_t start = 0;
    stm_window_start(&w, &c.shown);
    for (int i = 0; i < STEPS; i++) {
        assert_int_equal(stm_window_want(&w, WANT, NULL), STM_OK);
        moves += w.start < start;
        start = w.start;
        stm_window_drop(&w, 100);
    }
    assert_true(moves < 10);
    assert_true(w.room <= 4 * WANT);
    stm_window_free(&w);
}

static void bytes_before_damage_are_had_and_those_behind_it_after(void **state)
{
    (void)state;
    counting c = count_to(100, 9);
    stm_window w;
    c.bad = 40;
    stm_window_start(&w, &c.shown);
    assert_int_equal(stm_window_want(&w, 50, NULL), STM_OK);
    assert_int_equal(stm_window_bytes(&w).len, 40);
    assert_true(w.broken);
    assert_string_equal(w.why.message, "damaged");
    assert_int_equal(w.why.offset, 40);
    expect_at(&w, 0);
    /* it stays so until it is passed */
    assert_int_equal(stm_window_want(&w, 50, NULL), STM_OK);
    assert_int_equal(stm_window_bytes(&w).len, 40);
    stm_window_mend(&w);
    assert_int_equal(stm_window_want(&w, 100, NULL), STM_OK);
    assert_int_equal(stm_window_bytes(&w).len, 60);
    expect_at(&w, 40);
    assert_true(w.ended);
    stm_window_free(&w);
}

static void bytes_are_skipped_at_hand_or_not(void **state)
{
    (void)state;
    counting c = count_to(2000000, SIZE_MAX);
    stm_window w;
    uint64_t done;
    stm_window_start(&w, &c.shown);
    assert_int_equal(stm_window_skip(&w, 1000001, &done, NULL), STM_OK);
    assert_int_equal(done, 1000001);
    stm_window_want(&w, 1, NULL);
    expect_at(&w, 1000001);
    assert_int_equal(stm_window_skip(&w, UINT64_MAX, &done, NULL), STM_OK);
    assert_int_equal(done, 999999);
    assert_true(w.room <= 1 << 20);
    stm_window_free(&w);
}

static void what_is_left_is_taken_without_more_than_the_limit(void **state)
{
    (void)state;
    counting c = count_to(5000, 999);
    stm_window w;
    stm_bytes b;
    stm_window_start(&w, &c.shown);
    stm_window_want(&w, 10, NULL);
    stm_window_drop(&w, 3);
    assert_int_equal(stm_window_take(&w, &b, 10000, NULL), STM_OK);
    assert_int_equal(b.len, 4997);
    assert_int_equal((unsigned char)b.ptr[0], 3);
    assert_int_equal(stm_window_bytes(&w).len, 0);
    free(b.ptr);
    c = count_to(SIZE_MAX, 999);
    stm_window_start(&w, &c.shown);
    assert_int_equal(stm_window_take(&w, &b, 100, NULL), STM_OK);
    assert_true(b.len > 100 && b.len < 2000);
    free(b.ptr);
    stm_window_free(&w);
}

static void a_stream_that_can_go_back_does(void **state)
{
    (void)state;
    stm_stream *from;
    stm_window w;
    assert_int_equal(stm_stream_memory(&from, STM_LIT("low tide"), NULL),
                     STM_OK);
    stm_window_start(&w, from);
    stm_window_want(&w, 8, NULL);
    assert_int_equal(stm_window_seek(&w, 4, NULL), STM_OK);
    stm_window_want(&w, 8, NULL);
    assert_true(stm_str_eq(stm_window_bytes(&w), STM_LIT("tide")));
    assert_int_equal(w.at, 4);
    assert_int_equal(stm_window_seek(&w, 9, NULL), STM_EIO);
    stm_window_free(&w);
    stm_stream_close(from);
}

/* Reads on beside what is at hand, and finds all bytes in their order: in
 * pieces of `piece`, with damage at `bad` and an end at `end`. */
static void read_ahead_to(size_t end, size_t bad, size_t piece, size_t drop)
{
    enum { WANT = 5000 };
    counting c = count_to(end, piece);
    stm_window w;
    uint64_t at = 0;
    c.bad = bad;
    stm_window_start(&w, &c.shown);
    for (;;) {
        assert_int_equal(stm_window_want(&w, WANT, NULL), STM_OK);
        stm_str have = stm_window_bytes(&w);
        if (!have.len && !w.broken)
            break;
        if (w.broken && have.len < WANT) {
            stm_window_mend(&w);
            at += have.len;
            continue;
        }
        size_t n = have.len < drop ? have.len : drop;
        stm_window_ahead(&w, n, WANT);
        assert_ptr_equal(stm_window_bytes(&w).ptr, have.ptr);
        expect_at(&w, at);
        stm_window_drop(&w, n);
        at += n;
    }
    assert_int_equal(at, end);
    stm_window_free(&w);
}

static void what_is_read_ahead_comes_behind_what_is_at_hand(void **state)
{
    (void)state;
    static const size_t pieces[] = {7, 4096, SIZE_MAX},
                        drops[] = {1000, 4999, 5000, 100000};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 4; k++) {
            read_ahead_to(600000, SIZE_MAX, pieces[i], drops[k]);
            read_ahead_to(600000, 300001, pieces[i], drops[k]);
            read_ahead_to(5000, SIZE_MAX, pieces[i], drops[k]);
            read_ahead_to(100, 50, pieces[i], drops[k]);
        }
}

static void much_that_is_left_stays_before_what_was_read_ahead(void **state)
{
    (void)state;
    counting c = count_to(900000, 4096);
    stm_window w;
    stm_window_start(&w, &c.shown);
    assert_int_equal(stm_window_want(&w, 200000, NULL), STM_OK);
    size_t have = stm_window_bytes(&w).len;
    stm_window_ahead(&w, have - 10, 300000); /* but less is dropped */
    stm_window_drop(&w, 50000);
    assert_int_equal(stm_window_want(&w, have, NULL), STM_OK);
    assert_true(stm_window_bytes(&w).len >= have);
    expect_at(&w, 50000);
    stm_window_free(&w);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wanted_is_in_one_piece),
        cmocka_unit_test(the_end_is_the_end),
        cmocka_unit_test(it_grows_no_further_than_is_asked),
        cmocka_unit_test(small_steps_in_a_large_window_cost_little),
        cmocka_unit_test(bytes_before_damage_are_had_and_those_behind_it_after),
        cmocka_unit_test(bytes_are_skipped_at_hand_or_not),
        cmocka_unit_test(what_is_left_is_taken_without_more_than_the_limit),
        cmocka_unit_test(a_stream_that_can_go_back_does),
        cmocka_unit_test(what_is_read_ahead_comes_behind_what_is_at_hand),
        cmocka_unit_test(much_that_is_left_stays_before_what_was_read_ahead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
