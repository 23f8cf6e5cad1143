#include "base/disk.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void what_is_written_is_read_at_its_place(void **state)
{
    (void)state;
    stm_disk d;
    char got[8] = {0};
    assert_int_equal(stm_disk_keep(&d, "file", NULL), STM_OK);
    assert_int_equal(stm_disk_append(&d, "abcdef", 6, NULL), STM_OK);
    assert_int_equal(stm_disk_read(&d, 2, got, 3, NULL), STM_OK);
    assert_string_equal(got, "cde");
    assert_int_equal(stm_disk_read(&d, 4, got, 3, NULL), STM_EFORMAT);
    assert_int_equal(stm_disk_cut(&d, 2, NULL), STM_OK);
    assert_int_equal(stm_disk_cut(&d, 3, NULL), STM_EFORMAT);
    assert_int_equal(stm_disk_append(&d, "X", 1, NULL), STM_OK);
    assert_int_equal(stm_disk_sync(&d, NULL), STM_OK);
    stm_disk_close(&d);
    assert_int_equal(stm_disk_open(&d, "file", NULL), STM_OK);
    assert_int_equal(d.size, 3);
    memset(got, 0, sizeof got);
    assert_int_equal(stm_disk_read(&d, 0, got, 3, NULL), STM_OK);
    assert_string_equal(got, "abX");
    stm_disk_close(&d);
    stm_disk_close(&d);
}

static void a_file_without_a_name_leaves_nothing(void **state)
{
    (void)state;
    stm_disk d;
    stm_error err;
    assert_int_equal(stm_disk_temp(&d, ".", NULL), STM_OK);
    assert_int_equal(stm_disk_append(&d, "abc", 3, NULL), STM_OK);
    stm_disk_close(&d);
    assert_int_equal(stm_disk_temp(&d, "no/folder", &err), STM_EIO);
    assert_int_equal(d.fd, -1);
}

static void only_one_may_hold_the_lock(void **state)
{
    (void)state;
    stm_disk a, b;
    assert_int_equal(stm_disk_keep(&a, "file", NULL), STM_OK);
    assert_int_equal(stm_disk_keep(&b, "file", NULL), STM_OK);
    assert_int_equal(stm_disk_lock(&a, NULL), STM_OK);
    assert_int_equal(stm_disk_lock(&b, NULL), STM_ELIMIT);
    stm_disk_close(&a);
    assert_int_equal(stm_disk_lock(&b, NULL), STM_OK);
    stm_disk_close(&b);
}

static void a_lock_that_is_let_go_at_once_is_had(void **state)
{
    (void)state;
    stm_disk a, b;
    assert_int_equal(stm_disk_keep(&a, "file", NULL), STM_OK);
    assert_int_equal(stm_disk_keep(&b, "file", NULL), STM_OK);
    assert_int_equal(stm_disk_lock(&a, NULL), STM_OK);
    pid_t child = fork(); /* holds the same lock until it ends */
    if (!child) {
        usleep(100000);
        _exit(0);
    }
    assert_true(child > 0);
    stm_disk_close(&a);
    assert_int_equal(stm_disk_lock(&b, NULL), STM_OK);
    assert_int_equal(waitpid(child, NULL, 0), child);
    stm_disk_close(&b);
}

static void a_full_disk_is_a_limit(void **state)
{
    (void)state;
    stm_disk d;
    stm_error err;
    if (stm_disk_keep(&d, "/dev/full", &err) != STM_OK)
        skip();
    assert_int_equal(stm_disk_append(&d, "abc", 3, &err), STM_ELIMIT);
    assert_non_null(strstr(err.message, "full"));
    stm_disk_close(&d);
}

static void files_are_told_apart(void **state)
{
    (void)state;
    stm_disk_mark a, b;
    folder_text("one", "abc");
    folder_text("two", "abc");
    assert_int_equal(stm_disk_look(&a, "one", NULL), STM_OK);
    assert_int_equal(stm_disk_look(&b, "two", NULL), STM_OK);
    assert_true(a.regular && a.size == 3 && a.number != b.number);
    assert_int_equal(stm_disk_look(&a, ".", NULL), STM_OK);
    assert_false(a.regular);
    assert_int_equal(stm_disk_look(&a, "gone", NULL), STM_EIO);
}

static void a_path_is_a_folder_and_a_name(void **state)
{
    (void)state;
    char *path = stm_disk_join("a/b", "c");
    assert_non_null(path);
    assert_string_equal(path, "a/b/c");
    free(path);
    path = stm_disk_join("", "");
    assert_non_null(path);
    assert_string_equal(path, "/");
    free(path);
}

static void folders_are_made_once(void **state)
{
    (void)state;
    assert_int_equal(stm_disk_folder("new", NULL), STM_OK);
    assert_int_equal(stm_disk_folder("new", NULL), STM_OK);
    folder_text("file", "");
    assert_int_equal(stm_disk_folder("file", NULL), STM_EIO);
    assert_int_equal(stm_disk_folder("no/such", NULL), STM_EIO);
}

int main(void)
{
#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(what_is_written_is_read_at_its_place),
        IN_FOLDER(a_file_without_a_name_leaves_nothing),
        IN_FOLDER(only_one_may_hold_the_lock),
        IN_FOLDER(a_lock_that_is_let_go_at_once_is_had),
        IN_FOLDER(a_full_disk_is_a_limit),
        IN_FOLDER(files_are_told_apart),
        IN_FOLDER(folders_are_made_once),
        cmocka_unit_test(a_path_is_a_folder_and_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
