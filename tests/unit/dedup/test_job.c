#include <stemma/dedup.h>

#include <stdlib.h>
#include <string.h>

#include "folder.h"
#include "kept.h"

static out kept, report, clusters;

static stm_dedup_summary *run(const stm_dedup_opts *o, const char *path)
{
    stm_sink a = {write_out, &kept}, b = {write_out, &report},
             c = {write_out, &clusters};
    stm_dedup_out to = {&a, &b, &c, NULL};
    stm_dedup_summary *s;
    stm_error err;
    kept.len = report.len = clusters.len = 0;
    kept.bytes[0] = report.bytes[0] = clusters.bytes[0] = '\0';
    if (stm_dedup_run(&s, &path, 1, o, &to, &err) != STM_OK)
        fail_msg("%s", err.message);
    return s;
}

#define BOATS                                                                \
    "The harbour master counted the boats twice before the fog came in and " \
    "wrote the number on the back of his hand, for the book was at home."
#define BREAD                                                              \
    "Bread rose by a penny in the winter of that year, and the bakers of " \
    "both streets said that it was the flour, and the millers the rain."

static void the_same_words_are_dropped_and_named(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    folder_text("in", "{\"id\":1,\"text\":\"" BOATS "\"}\n"
                      "{\"id\":\"b\",\"text\":\"" BREAD "\"}\n"
                      "{\"text\":\"" BOATS "!\",\"id\":3}\n");
    stm_dedup_summary *s = run(&o, "in");
    assert_int_equal(s->documents, 3);
    assert_int_equal(s->kept, 2);
    assert_int_equal(s->exact, 1);
    assert_string_equal(kept.bytes, "{\"id\":1,\"text\":\"" BOATS "\"}\n"
                                    "{\"id\":\"b\",\"text\":\"" BREAD "\"}\n");
    assert_string_equal(report.bytes,
                        "{\"id\":3,\"kept\":1,\"cluster\":1,"
                        "\"similarity\":1.000,\"kind\":\"exact\"}\n");
    assert_string_equal(clusters.bytes, "{\"cluster\":1,\"ids\":[1,3]}\n");
    stm_dedup_summary_free(s);
}

static void the_policy_says_which_is_kept(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    const char *const wanted[] = {"gamma"};
    o.threshold = 0.5;
    folder_text("in",
                "{\"id\":1,\"source\":\"alpha\",\"text\":\"" BOATS
                "\",\"date\":\"2024-05\"}\n"
                "{\"id\":2,\"source\":\"beta\",\"text\":\"" BOATS
                " So it was.\",\"date\":\"2024-04\"}\n"
                "{\"id\":3,\"source\":\"gamma\",\"text\":\"" BOATS " So.\"}\n");
    stm_dedup_summary_free(run(&o, "in"));
    assert_non_null(strstr(kept.bytes, "\"id\":1"));
    o.keep = STM_DEDUP_LONGEST;
    stm_dedup_summary_free(run(&o, "in"));
    assert_non_null(strstr(kept.bytes, "\"id\":2"));
    o.keep = STM_DEDUP_EARLIEST;
    stm_dedup_summary_free(run(&o, "in"));
    assert_non_null(strstr(kept.bytes, "\"id\":2"));
    o.keep = STM_DEDUP_PRIORITY;
    o.priority = wanted;
    o.priority_count = 1;
    stm_dedup_summary *s = run(&o, "in");
    assert_non_null(strstr(kept.bytes, "\"id\":3"));
    assert_int_equal(s->source_count, 3);
    assert_int_equal(s->sources[0].kept, 0);
    assert_int_equal(s->sources[2].kept, 1);
    stm_dedup_summary_free(s);
}

static void a_cut_goes_only_where_that_is_asked_for(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    folder_text("in", "{\"id\":\"cut\",\"text\":\"" BREAD "\"}\n"
                      "{\"id\":\"whole\",\"text\":\"" BREAD " " BOATS "\"}\n");
    stm_dedup_summary *s = run(&o, "in");
    assert_int_equal(s->kept, 2);
    stm_dedup_summary_free(s);
    o.contained = true;
    s = run(&o, "in");
    assert_int_equal(s->contained, 1);
    assert_non_null(strstr(kept.bytes, "whole"));
    assert_null(strstr(kept.bytes, "\"cut\""));
    stm_dedup_summary_free(s);
}

static void lines_that_are_no_documents_are_counted(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    folder_text("in", "{\"id\":1,\"text\":\"" BOATS "\"}\n"
                      "{\"id\":2,\"text\":\"broken\n"
                      "\n"
                      "{\"id\":3}\n"
                      "{\"id\":1,\"text\":\"" BREAD "\"}\n");
    stm_dedup_summary *s = run(&o, "in");
    assert_int_equal(s->documents, 2);
    assert_int_equal(s->skipped, 2);
    assert_int_equal(s->same_ids, 1);
    stm_dedup_summary_free(s);
}

static void a_finished_job_explains_itself(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    stm_dedup_reason *r;
    stm_error err;
    o.state = "state";
    folder_text("in", "{\"id\":\"a\",\"text\":\"" BOATS "\"}\n"
                      "{\"id\":\"b\",\"text\":\"" BOATS "\"}\n");
    stm_dedup_summary_free(run(&o, "in"));
    out before = kept;
    stm_dedup_summary_free(run(&o, "in"));
    assert_string_equal(before.bytes, kept.bytes);
    assert_int_equal(stm_dedup_explain(&r, "state", "b", &err), STM_OK);
    assert_true(r->dropped);
    assert_string_equal(r->kind, "exact");
    assert_int_equal(r->passage_count, 1);
    assert_int_equal(r->passages[0].dropped.start, 0);
    stm_dedup_reason_free(r);
    assert_int_equal(stm_dedup_explain(&r, "state", "a", &err), STM_OK);
    assert_false(r->dropped);
    stm_dedup_reason_free(r);
    assert_int_equal(stm_dedup_explain(&r, "state", "c", &err), STM_EARG);
    folder_text("in", "{\"id\":\"a\",\"text\":\"other\"}\n");
    assert_int_equal(stm_dedup_explain(&r, "state", "b", &err), STM_EARG);
}

static void options_without_sense_are_refused(void **state)
{
    (void)state;
    stm_dedup_opts o = STM_DEDUP_OPTS_INIT;
    stm_dedup_out to = {NULL, NULL, NULL, NULL};
    stm_dedup_summary *s;
    const char *path = "in";
    o.threshold = 0;
    assert_int_equal(stm_dedup_run(&s, &path, 1, &o, &to, NULL), STM_EARG);
    assert_null(s);
    o.threshold = 0.5;
    assert_int_equal(stm_dedup_run(&s, &path, 1, &o, &to, NULL), STM_EIO);
}

int main(void)
{
#define IN_FOLDER(f) \
    cmocka_unit_test_setup_teardown(f, folder_enter, folder_leave)
    const struct CMUnitTest tests[] = {
        IN_FOLDER(the_same_words_are_dropped_and_named),
        IN_FOLDER(the_policy_says_which_is_kept),
        IN_FOLDER(a_cut_goes_only_where_that_is_asked_for),
        IN_FOLDER(lines_that_are_no_documents_are_counted),
        IN_FOLDER(a_finished_job_explains_itself),
        IN_FOLDER(options_without_sense_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
