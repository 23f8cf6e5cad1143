#include "dedup/sizes.h"

#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void files_count_wherever_they_lie(void **state)
{
    (void)state;
    const char *const paths[] = {"a", "b", "gone"};
    uint64_t bytes;
    folder_make("a");
    folder_make("a/deep");
    folder_text("a/1", "12345");
    folder_text("a/deep/2", "123");
    folder_text("b", "12");
    assert_int_equal(stm_sizes__of(&bytes, paths, 3, NULL), STM_OK);
    assert_int_equal(bytes, 10);
    assert_int_equal(stm_sizes__of(&bytes, paths, 0, NULL), STM_OK);
    assert_int_equal(bytes, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_count_wherever_they_lie,
                                        folder_enter, folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
