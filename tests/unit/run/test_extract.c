#include <stdio.h>
#include <string.h>

#include <stemma/run.h>

#include "folder.h"
#include "written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* "3 c.txt 12 alone\n" */
static stm_status write_line(const stm_document *d, const stm_sink *out,
                             stm_error *err)
{
    char line[256];
    int n = snprintf(line, sizeof line, "%d %.*s %u%s\n", (int)d->id,
                     (int)d->capture->source.len, d->capture->source.ptr,
                     d->words, d->alone ? " alone" : "");
    (void)err;
    return out->write(out->user, line, (size_t)n);
}

static stm_status refuse(const stm_document *d, const stm_sink *out,
                         stm_error *err)
{
    (void)out;
    return d->id < 2
               ? STM_OK
               : stm_fail(err, STM_ELIMIT, STM_NO_OFFSET, "no %d", (int)d->id);
}

static stm_status extract(stm_tally *tally, written *w, const char *path,
                          unsigned threads, stm_error *err)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    stm_sink out = {take_written, w};
    o.threads = threads;
    return stm_run_extract(tally, &path, 1, &o, write_line, &out, err);
}

static void fill_folder(int count)
{
    folder_make("in");
    for (int i = 0; i < count; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "in/%04d.txt", i);
        snprintf(text, sizeof text, "This is the text number %d.\n", i);
        folder_text(name, text);
    }
}

static void documents_come_in_the_order_of_the_walk(void **state)
{
    written w = {0};
    stm_tally tally;
    (void)state;
    fill_folder(3);
    assert_int_equal(extract(&tally, &w, "in", 1, NULL), STM_OK);
    assert_string_equal(w.bytes,
                        "0 in/0000.txt 6\n1 in/0001.txt 6\n2 in/0002.txt 6\n");
    assert_int_equal(tally.done, 3);
    assert_int_equal(tally.skipped, 0);
    free(w.bytes);
}

static void any_number_of_threads_writes_the_same(void **state)
{
    written first = {0};
    stm_tally tally;
    (void)state;
    fill_folder(500);
    assert_int_equal(extract(&tally, &first, "in", 1, NULL), STM_OK);
    assert_int_equal(tally.done, 500);
    for (unsigned threads = 2; threads <= 5; threads++) {
        written w = {0};
        assert_int_equal(extract(&tally, &w, "in", threads, NULL), STM_OK);
        assert_int_equal(w.len, first.len);
        assert_memory_equal(w.bytes, first.bytes, first.len);
        free(w.bytes);
    }
    free(first.bytes);
}

static void a_document_that_has_no_others_is_alone(void **state)
{
    written w = {0};
    stm_tally tally;
    (void)state;
    folder_text("a.txt", "One text.\n");
    assert_int_equal(extract(&tally, &w, "a.txt", 2, NULL), STM_OK);
    assert_string_equal(w.bytes, "0 a.txt 2 alone\n");
    free(w.bytes);
}

static void what_is_left_out_is_counted(void **state)
{
    written w = {0};
    stm_tally tally;
    (void)state;
    fill_folder(2);
    folder_text("in/0000a.txt", "");
    assert_int_equal(extract(&tally, &w, "in", 1, NULL), STM_OK);
    assert_int_equal(tally.done, 2);
    assert_int_equal(tally.skipped, 1);
    free(w.bytes);
}

static void nothing_readable_is_an_error_that_says_why(void **state)
{
    written w = {0};
    stm_tally tally;
    stm_error err;
    (void)state;
    assert_int_equal(extract(&tally, &w, "gone", 1, &err), STM_EIO);
    assert_non_null(strstr(err.message, "gone"));
    assert_null(w.bytes);
}

static void a_sink_that_fails_ends_the_job(void **state)
{
    written w = {.answer = STM_EIO};
    stm_tally tally;
    (void)state;
    fill_folder(3);
    assert_int_equal(extract(&tally, &w, "in", 1, NULL), STM_EIO);
    assert_int_equal(tally.done, 0);
    free(w.bytes);
}

static void the_first_document_that_cannot_be_written_is_named(void **state)
{
    (void)state;
    fill_folder(50);
    for (unsigned threads = 1; threads <= 3; threads++) {
        written w = {0};
        stm_tally tally;
        stm_error err;
        stm_run_opts o = STM_RUN_OPTS_INIT;
        stm_sink out = {take_written, &w};
        const char *path = "in";
        o.threads = threads;
        assert_int_equal(
            stm_run_extract(&tally, &path, 1, &o, refuse, &out, &err),
            STM_ELIMIT);
        assert_string_equal(err.message, "no 2");
        free(w.bytes);
    }
}

static bool say_no(void *user, const char *stage, uint64_t done, uint64_t all)
{
    (void)user;
    (void)done;
    (void)all;
    return strcmp(stage, "extracting") != 0;
}

static void a_callback_that_says_no_ends_the_job(void **state)
{
    written w = {0};
    stm_tally tally;
    stm_run_opts o = STM_RUN_OPTS_INIT;
    stm_sink out = {take_written, &w};
    const char *path = "in";
    (void)state;
    fill_folder(3);
    o.progress = say_no;
    o.threads = 1;
    assert_int_equal(
        stm_run_extract(&tally, &path, 1, &o, write_line, &out, NULL),
        STM_ECANCEL);
    assert_null(w.bytes);
}

static void a_capture_over_the_limit_of_memory_is_named(void **state)
{
    written w = {0};
    stm_tally tally;
    stm_error err;
    stm_run_opts o = STM_RUN_OPTS_INIT;
    stm_sink out = {take_written, &w};
    const char *path = "in";
    (void)state;
    fill_folder(1);
    o.max_memory = 1000;
    assert_int_equal(
        stm_run_extract(&tally, &path, 1, &o, write_line, &out, &err),
        STM_ELIMIT);
    assert_non_null(strstr(err.message, "in/0000.txt"));
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(documents_come_in_the_order_of_the_walk),
        IN_FOLDER(any_number_of_threads_writes_the_same),
        IN_FOLDER(a_document_that_has_no_others_is_alone),
        IN_FOLDER(what_is_left_out_is_counted),
        IN_FOLDER(nothing_readable_is_an_error_that_says_why),
        IN_FOLDER(a_sink_that_fails_ends_the_job),
        IN_FOLDER(the_first_document_that_cannot_be_written_is_named),
        IN_FOLDER(a_callback_that_says_no_ends_the_job),
        IN_FOLDER(a_capture_over_the_limit_of_memory_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
