#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

#include "base/pool.h"

enum { ITEMS = 1000, MOST = 8 };

typedef struct work {
    uint64_t made[ITEMS];
    atomic_int busy[MOST]; /* items a worker is in: never two */
    atomic_bool clash;
    unsigned workers;
    size_t bad_from; /* items that fail: this one and every seventh after */
} work;

static stm_status make(void *user, size_t item, unsigned worker, stm_error *err)
{
    work *w = user;
    if (worker >= w->workers || atomic_fetch_add(&w->busy[worker], 1))
        atomic_store(&w->clash, true);
    uint64_t x = item;
    for (size_t i = 0; i < 50 + item % 300; i++)
        x = x * 6364136223846793005u + 1442695040888963407u;
    w->made[item] = x;
    atomic_fetch_sub(&w->busy[worker], 1);
    if (item >= w->bad_from && (item - w->bad_from) % 7 == 0)
        return stm_fail(err, STM_EFORMAT, item, "item %zu is bad", item);
    return STM_OK;
}

static stm_pool *new_pool(unsigned threads, work *w)
{
    stm_pool *p = NULL;
    assert_int_equal(stm_pool_new(&p, threads, NULL), STM_OK);
    memset(w, 0, sizeof *w);
    w->workers = stm_pool_size(p);
    w->bad_from = SIZE_MAX;
    assert_in_range(w->workers, 1, MOST);
    return p;
}

static void every_item_runs_once_with_any_number_of_threads(void **state)
{
    (void)state;
    static work one, many;
    stm_pool *p = new_pool(1, &one);
    assert_int_equal(stm_pool_run(p, ITEMS, make, &one, NULL, NULL, NULL),
                     STM_OK);
    stm_pool_free(p);
    for (unsigned threads = 2; threads <= MOST; threads++) {
        p = new_pool(threads, &many);
        assert_int_equal(stm_pool_run(p, ITEMS, make, &many, NULL, NULL, NULL),
                         STM_OK);
        stm_pool_free(p);
        assert_false(many.clash);
        assert_memory_equal(one.made, many.made, sizeof one.made);
    }
}

static void the_lowest_failure_wins(void **state)
{
    (void)state;
    static work w;
    for (unsigned threads = 1; threads <= 4; threads++) {
        stm_pool *p = new_pool(threads, &w);
        for (size_t bad = 0; bad < ITEMS; bad += 97) {
            stm_error err = {0};
            char expected[32];
            w.bad_from = bad;
            assert_int_equal(stm_pool_run(p, ITEMS, make, &w, NULL, NULL, &err),
                             STM_EFORMAT);
            snprintf(expected, sizeof expected, "item %zu is bad", bad);
            assert_string_equal(err.message, expected);
            assert_int_equal(err.offset, bad);
        }
        stm_pool_free(p);
    }
}

typedef struct watch {
    pthread_t caller;
    size_t ticks, last, stop_at;
    bool wrong;
} watch;

static bool tick(void *user, size_t done, size_t all)
{
    watch *w = user;
    w->wrong |= !pthread_equal(w->caller, pthread_self());
    w->wrong |= done < w->last || done > all;
    w->last = done;
    w->ticks++;
    return done < w->stop_at;
}

static void progress_comes_on_the_callers_thread_and_never_falls(void **state)
{
    (void)state;
    static work w;
    stm_pool *p = new_pool(3, &w);
    watch seen = {pthread_self(), 0, 0, SIZE_MAX, false};
    assert_int_equal(stm_pool_run(p, ITEMS, make, &w, tick, &seen, NULL),
                     STM_OK);
    assert_true(seen.ticks > 0);
    assert_int_equal(seen.last, ITEMS);
    assert_false(seen.wrong);
    stm_pool_free(p);
}

static void a_tick_can_cancel_the_job(void **state)
{
    (void)state;
    static work w;
    for (unsigned threads = 1; threads <= 3; threads++) {
        stm_pool *p = new_pool(threads, &w);
        watch seen = {pthread_self(), 0, 0, 20, false};
        stm_error err = {0};
        assert_int_equal(stm_pool_run(p, ITEMS, make, &w, tick, &seen, &err),
                         STM_ECANCEL);
        assert_int_equal(err.code, STM_ECANCEL);
        assert_int_equal(stm_pool_run(p, ITEMS, make, &w, NULL, NULL, NULL),
                         STM_OK);
        stm_pool_free(p);
    }
}

static void many_small_jobs_follow_each_other(void **state)
{
    (void)state;
    static work w;
    stm_pool *p = new_pool(4, &w);
    for (size_t i = 0; i < 2000; i++)
        assert_int_equal(stm_pool_run(p, i % 6, make, &w, NULL, NULL, NULL),
                         STM_OK);
    assert_false(w.clash);
    stm_pool_free(p);
}

static void there_is_always_a_processor(void **state)
{
    (void)state;
    assert_true(stm_cpu_count() >= 1);
    stm_pool *p = NULL;
    assert_int_equal(stm_pool_new(&p, 0, NULL), STM_OK);
    assert_in_range(stm_pool_size(p), 1, stm_cpu_count());
    stm_pool_free(p);
    stm_pool_free(NULL);
}

static void a_wild_number_of_threads_is_cut_down(void **state)
{
    (void)state;
    stm_pool *p = NULL;
    assert_int_equal(stm_pool_new(&p, 4000000000u, NULL), STM_OK);
    assert_in_range(stm_pool_size(p), 1, 256);
    stm_pool_free(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_runs_once_with_any_number_of_threads),
        cmocka_unit_test(the_lowest_failure_wins),
        cmocka_unit_test(progress_comes_on_the_callers_thread_and_never_falls),
        cmocka_unit_test(a_tick_can_cancel_the_job),
        cmocka_unit_test(many_small_jobs_follow_each_other),
        cmocka_unit_test(there_is_always_a_processor),
        cmocka_unit_test(a_wild_number_of_threads_is_cut_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
