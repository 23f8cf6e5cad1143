#include <stdio.h>
#include <string.h>

#include <stemma/run.h>

#include "base/str.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const char letter[] =
    "Dear sister, the ship left the harbour on Monday in a fair wind, and "
    "nobody of us was sick but the cook, who blames his own soup. We hope to "
    "see the islands before the month is out.\n";

static void the_first_path_is_a_and_the_second_b(void **state)
{
    stm_result *r;
    (void)state;
    folder_text("z.txt", letter);
    folder_text("a.txt", "Something else.\n");
    assert_int_equal(stm_run_diff(&r, "z.txt", "a.txt", NULL, NULL), STM_OK);
    assert_int_equal(r->witness_count, 2);
    assert_true(stm_str_eq(r->witnesses[0].capture->source, STM_LIT("z.txt")));
    assert_null(r->tree);
    stm_result_free(r);
}

static void unrelated_captures_have_a_relation_too(void **state)
{
    stm_result *r;
    (void)state;
    folder_text("a.txt", letter);
    folder_text("b.txt", "Peel six apples and core them.\n");
    assert_int_equal(stm_run_diff(&r, "a.txt", "b.txt", NULL, NULL), STM_OK);
    assert_int_equal(r->relation_count, 1);
    assert_int_equal(r->relations[0]->kind, STM_UNRELATED);
    stm_result_free(r);
}

static void a_file_against_itself_is_identical(void **state)
{
    stm_result *r;
    (void)state;
    folder_text("a.txt", letter);
    assert_int_equal(stm_run_diff(&r, "a.txt", "a.txt", NULL, NULL), STM_OK);
    assert_int_equal(r->relations[0]->kind, STM_IDENTICAL);
    assert_float_equal(r->relations[0]->coverage_a, 1, 1e-9);
    stm_result_free(r);
}

static void the_first_capture_of_a_folder_counts(void **state)
{
    stm_result *r;
    (void)state;
    folder_make("in");
    folder_text("in/2.txt", "No.\n");
    folder_text("in/1.txt", letter);
    folder_text("b.txt", letter);
    assert_int_equal(stm_run_diff(&r, "in", "b.txt", NULL, NULL), STM_OK);
    assert_true(
        stm_str_eq(r->witnesses[0].capture->source, STM_LIT("in/1.txt")));
    stm_result_free(r);
}

static void a_path_without_text_is_an_error_that_names_it(void **state)
{
    stm_result *r;
    stm_error err;
    (void)state;
    folder_text("a.txt", letter);
    assert_int_equal(stm_run_diff(&r, "a.txt", "gone.txt", NULL, &err),
                     STM_EIO);
    assert_null(r);
    assert_non_null(strstr(err.message, "gone.txt"));
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(the_first_path_is_a_and_the_second_b),
        IN_FOLDER(unrelated_captures_have_a_relation_too),
        IN_FOLDER(a_file_against_itself_is_identical),
        IN_FOLDER(the_first_capture_of_a_folder_counts),
        IN_FOLDER(a_path_without_text_is_an_error_that_names_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
