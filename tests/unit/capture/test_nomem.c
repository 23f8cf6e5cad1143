/* Every allocation of a walk fails once, and once with all after it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stemma/capture.h>

#include "failing_malloc.h"
#include "folder.h"

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    (void)err;
    ++*(size_t *)user;
    stm_capture_free(c);
    return STM_OK;
}

static void skip_input(void *user, const stm_skip *what)
{
    (void)what;
    ++*(size_t *)user;
}

static void make_inputs(void)
{
    folder_make("f");
    folder_make("f/inner");
    folder_text("f/ascii", "The mill stands still.");
    folder_text("f/empty", "");
    folder_text("f/inner/damaged", "caf\xc3\xa9 \xff");
    folder_text("f/latin", "caf\xe9 au lait");
    folder_file("f/wide",
                "\xff\xfe"
                "o\0k\0",
                6);
}

/* The walk with `n` allocations granted; false when it needed no more. */
static bool walk_fails(size_t n, void (*arm)(size_t n))
{
    size_t seen = 0;
    stm_error err = {STM_OK, 0, ""};
    stm_capture_sink sink = {take, skip_input, &seen};
    const char *paths[] = {"f", "gone"};
    arm(n);
    stm_status rc = stm_capture_walk(paths, 2, NULL, &sink, &err);
    bool failed = fail_never();
    assert_int_equal(rc, failed ? STM_ENOMEM : STM_OK);
    assert_int_equal(err.code, rc);
    if (!failed)
        assert_int_equal(seen, 6);
    return failed;
}

static void a_walk_survives_any_allocation_that_fails(void **state)
{
    (void)state;
    size_t n = 0, m = 0;
    make_inputs();
    while (walk_fails(n, fail_after))
        n++;
    while (walk_fails(m, fail_once_after))
        m++;
    assert_true(n > 10);
    assert_int_equal(n, m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_walk_survives_any_allocation_that_fails, folder_enter,
            folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
