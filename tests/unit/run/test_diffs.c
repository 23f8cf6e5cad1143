#include <stdio.h>
#include <string.h>

#include <stemma/run.h>

#include "folder.h"
#include "written.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const char letter[] =
    "Dear sister, the ship left the harbour on Monday in a fair wind, and "
    "nobody of us was sick but the cook, who blames his own soup. We hope to "
    "see the islands before the month is out.\n";

/* "in/a in/b identical\n" */
static stm_status write_line(const stm_result *r, const stm_sink *out,
                             stm_error *err)
{
    char line[256];
    const stm_witness *w = r->witnesses;
    int n = snprintf(line, sizeof line, "%.*s %.*s %s\n",
                     (int)w[0].capture->source.len, w[0].capture->source.ptr,
                     (int)w[1].capture->source.len, w[1].capture->source.ptr,
                     stm_relation_name(r->relations[0]->kind));
    (void)err;
    return out->write(out->user, line, (size_t)n);
}

static void fill_folder(void)
{
    folder_make("in");
    folder_text("in/a", letter);
    folder_text("in/b", letter);
    folder_text("in/c", "Peel six apples and core them.\n");
}

/* Names that were skipped, one behind the other. */
static void note_skip(void *user, const stm_skip *what)
{
    char *names = user;
    size_t len = strlen(names);
    snprintf(names + len, 64 - len, "%.*s ", (int)what->record.len,
             what->record.ptr);
}

static stm_status compare(stm_tally *tally, written *w, unsigned threads,
                          char *skipped, stm_error *err)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    stm_sink out = {take_written, w};
    o.threads = threads;
    o.skip = skipped ? note_skip : NULL;
    o.user = skipped;
    return stm_run_diffs(tally, "in", "list", &o, write_line, &out, err);
}

static void each_pair_of_the_list_is_compared_in_order(void **state)
{
    written w = {0};
    stm_tally tally;
    (void)state;
    fill_folder();
    folder_text("list", "in/c\tin/a\nin/a\tin/b\nin/a\tin/a\n");
    assert_int_equal(compare(&tally, &w, 2, NULL, NULL), STM_OK);
    assert_string_equal(w.bytes, "in/c in/a unrelated\nin/a in/b identical\n"
                                 "in/a in/a identical\n");
    assert_int_equal(tally.done, 3);
    free(w.bytes);
}

static void ids_that_the_corpus_has_not_are_named_once(void **state)
{
    written w = {0};
    stm_tally tally;
    char skipped[64] = "";
    (void)state;
    fill_folder();
    folder_text("list", "x\tin/a\nin/a\tin/b\nin/a\tx\ny\tx\n");
    assert_int_equal(compare(&tally, &w, 1, skipped, NULL), STM_OK);
    assert_string_equal(w.bytes, "in/a in/b identical\n");
    assert_string_equal(skipped, "x y ");
    assert_int_equal(tally.skipped, 2);
    free(w.bytes);
}

static void many_pairs_come_out_the_same_on_any_number_of_threads(void **state)
{
    written first = {0};
    stm_tally tally;
    static char list[4096];
    size_t len = 0;
    (void)state;
    fill_folder();
    for (int i = 0; i < 200; i++)
        len += (size_t)snprintf(list + len, sizeof list - len, "in/%s\n",
                                i % 3 ? "a\tin/b" : "b\tin/c");
    folder_text("list", list);
    assert_int_equal(compare(&tally, &first, 1, NULL, NULL), STM_OK);
    assert_int_equal(tally.done, 200);
    for (unsigned threads = 2; threads <= 4; threads++) {
        written w = {0};
        assert_int_equal(compare(&tally, &w, threads, NULL, NULL), STM_OK);
        assert_string_equal(w.bytes, first.bytes);
        free(w.bytes);
    }
    free(first.bytes);
}

static void a_corpus_without_a_text_is_an_error(void **state)
{
    written w = {0};
    stm_tally tally;
    stm_error err;
    (void)state;
    folder_make("in");
    folder_text("list", "a\tb\n");
    assert_int_equal(compare(&tally, &w, 1, NULL, &err), STM_EIO);
    assert_null(w.bytes);
}

static void a_sink_that_fails_ends_the_job(void **state)
{
    written w = {.answer = STM_EIO};
    stm_tally tally;
    (void)state;
    fill_folder();
    folder_text("list", "in/a\tin/b\n");
    assert_int_equal(compare(&tally, &w, 1, NULL, NULL), STM_EIO);
    assert_int_equal(tally.done, 0);
    free(w.bytes);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(each_pair_of_the_list_is_compared_in_order),
        IN_FOLDER(ids_that_the_corpus_has_not_are_named_once),
        IN_FOLDER(many_pairs_come_out_the_same_on_any_number_of_threads),
        IN_FOLDER(a_corpus_without_a_text_is_an_error),
        IN_FOLDER(a_sink_that_fails_ends_the_job),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
