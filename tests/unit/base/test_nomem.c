/* What base does when there is no memory. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/pool.h"
#include "base/vec.h"
#include "base/window.h"
#include "failing_malloc.h"
#include "folder.h"

static void a_vector_that_cannot_grow_keeps_what_it_has(void **state)
{
    (void)state;
    STM_VEC(int) v = {0};
    for (int i = 0; i < 8; i++)
        assert_true(stm_vec_push(&v, i));
    fail_after(0);
    bool pushed = stm_vec_push(&v, 8);
    assert_true(fail_never());
    assert_false(pushed);
    assert_int_equal(v.count, 8);
    assert_int_equal(v.items[7], 7);
    stm_vec_free(&v);
}

static void an_arena_that_cannot_grow_keeps_what_it_has(void **state)
{
    (void)state;
    stm_arena m = {0};
    stm_str kept = stm_arena_copy(&m, STM_LIT("tide"));
    fail_after(0);
    void *large = stm_arena_take(&m, 1 << 20, 1);
    stm_str text = stm_arena_format(&m, "%09000d", 1);
    assert_true(fail_never());
    assert_null(large);
    assert_null(text.ptr);
    assert_string_equal(kept.ptr, "tide");
    stm_arena_free(&m);
}

static void a_pool_without_memory_is_not_made(void **state)
{
    (void)state;
    stm_pool *p;
    stm_error err;
    fail_after(0);
    stm_status rc = stm_pool_new(&p, 2, &err);
    assert_true(fail_never());
    assert_int_equal(rc, STM_ENOMEM);
    assert_int_equal(err.code, STM_ENOMEM);
    assert_null(p);
}

static void files_and_folders_give_up_cleanly(void **state)
{
    (void)state;
    for (size_t n = 0;; n++) {
        stm_bytes b = {NULL, 0};
        stm_stream *from;
        stm_window w;
        char **names;
        size_t count;
        stm_error err;
        folder_text("one", "1");
        folder_text("two", "2");
        fail_once_after(n);
        stm_status file = stm_stream_open(&from, "one", &err);
        stm_window_start(&w, from);
        if (file == STM_OK)
            file = stm_window_take(&w, &b, 100, &err);
        stm_status folder = stm_folder_list(&names, &count, ".", &err);
        bool failed = fail_never();
        free(b.ptr);
        stm_window_free(&w);
        stm_stream_close(from);
        stm_folder_free(names, count);
        if (!failed)
            break;
        assert_int_equal(file + folder, STM_ENOMEM);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vector_that_cannot_grow_keeps_what_it_has),
        cmocka_unit_test(an_arena_that_cannot_grow_keeps_what_it_has),
        cmocka_unit_test(a_pool_without_memory_is_not_made),
        cmocka_unit_test_setup_teardown(files_and_folders_give_up_cleanly,
                                        folder_enter, folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
