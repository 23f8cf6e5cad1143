/* Every allocation of the whole job, and of each report on it, fails once, and
 * once with all after it: the answer is STM_ENOMEM or a whole result, nothing
 * crashes and (the sanitizer's part) nothing leaks. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stemma/report.h>

#include "failing_malloc.h"
#include "folder.h"

static const char original[] =
    "Harbour bridge to stay closed until spring\n\n"
    "By Ines Calloway\nPublished 3 March 2031\n\n"
    "The old harbour bridge will stay closed until spring, the town council "
    "said on Tuesday. Engineers found cracks in two of the four piers after "
    "the flood of January. \"We cannot ask people to cross a bridge that we "
    "do not trust,\" said the mayor, Tomas Arrend.\n\n"
    "The ferry will run twice an hour instead, and it will carry bicycles "
    "free of charge. Shopkeepers on the north bank fear for the summer, and "
    "they have asked for a second boat at the weekends.\n";
static const char revision[] =
    "Harbour bridge to stay closed until summer\n\n"
    "By Ines Calloway\nUpdated 9 March 2031\n\n"
    "The old harbour bridge will stay closed until summer, the town council "
    "said on Monday. Engineers found cracks in three of the four piers after "
    "the flood of January. \"We cannot ask people to cross a bridge that we "
    "do not trust,\" said the mayor, Tomas Arrend.\n\n"
    "The ferry will run three times an hour instead, and it will carry "
    "bicycles free of charge. Shopkeepers on the north bank fear for the "
    "summer, and they have asked for a second boat at the weekends.\n";
static const char spun[] =
    "Port bridge to remain shut until spring\n\n"
    "The ancient port bridge will remain shut until spring, the city board "
    "stated on Tuesday. Technicians discovered fissures in two of the four "
    "pillars following the deluge of January. \"We are unable to request "
    "folks to traverse a bridge that we don't believe,\" stated the mayor, "
    "Tomas Arrend.\n\n"
    "The ferry will operate twice an hour rather, and it will transport "
    "bikes free of cost. Merchants on the north shore dread the summer, and "
    "they've requested a second vessel on Saturdays.\n";
static const char stranger[] =
    "A bird that had not been seen for forty years has come back to the marsh "
    "behind the brickworks, and this time it has brought a family.\n";

static const char *const paths[] = {"f"};

static void make_inputs(void)
{
    folder_make("f");
    folder_text("f/a", original);
    folder_text("f/b", revision);
    folder_text("f/c", spun);
    folder_text("f/d", stranger);
    folder_text("f/empty", "");
}

static stm_run_opts one_thread(void)
{
    stm_run_opts o = STM_RUN_OPTS_INIT;
    o.threads = 1;
    return o;
}

/* The job with `n` allocations granted; false when it needed no more. */
static bool run_fails(size_t n, void (*arm)(size_t n))
{
    stm_result *r;
    stm_error err = {STM_OK, 0, ""};
    stm_run_opts o = one_thread();
    arm(n);
    stm_status rc = stm_run_tree(&r, paths, 1, &o, &err);
    bool failed = fail_never();
    if (rc != STM_OK) {
        assert_int_equal(rc, STM_ENOMEM);
        assert_int_equal(err.code, STM_ENOMEM);
        assert_null(r);
        assert_true(failed);
    } else {
        assert_int_equal(r->witness_count, 4);
    }
    stm_result_free(r);
    return failed;
}

/* The same for two captures. */
static bool diff_fails(size_t n, void (*arm)(size_t n))
{
    stm_result *r;
    stm_error err = {STM_OK, 0, ""};
    stm_run_opts o = one_thread();
    arm(n);
    stm_status rc = stm_run_diff(&r, "f/a", "f/c", &o, &err);
    bool failed = fail_never();
    if (rc != STM_OK)
        assert_int_equal(failed ? STM_ENOMEM : STM_OK, rc);
    stm_result_free(r);
    return failed;
}

static void a_diff_survives_any_allocation_that_fails(void **state)
{
    (void)state;
    make_inputs();
    for (size_t n = 0; diff_fails(n, fail_after); n++)
        continue;
    for (size_t n = 0; diff_fails(n, fail_once_after); n++)
        continue;
}

static void the_job_survives_any_allocation_that_fails(void **state)
{
    (void)state;
    make_inputs();
    for (size_t n = 0; run_fails(n, fail_after); n++)
        continue;
    for (size_t n = 0; run_fails(n, fail_once_after); n++)
        continue;
}

static stm_status take_nothing(void *user, const char *bytes, size_t len)
{
    (void)user;
    (void)bytes;
    (void)len;
    return STM_OK;
}

static const stm_sink nowhere = {take_nothing, NULL};

/* The same for documents written as they go: plain text, for the
 * parser of pages that we link does not survive this. */
static bool extract_fails(stm_document_fn *write, size_t n,
                          void (*arm)(size_t n))
{
    stm_tally tally;
    stm_error err = {STM_OK, 0, ""};
    stm_run_opts o = one_thread();
    arm(n);
    stm_status rc =
        stm_run_extract(&tally, paths, 1, &o, write, &nowhere, &err);
    bool failed = fail_never();
    if (rc == STM_OK)
        assert_int_equal(tally.done, 4);
    else
        assert_int_equal(rc, failed ? STM_ENOMEM : STM_OK);
    return failed;
}

static void an_extraction_survives_any_allocation_that_fails(void **state)
{
    static stm_document_fn *const writers[] = {stm_report_document_json,
                                               stm_report_document_markdown,
                                               stm_report_document_text};
    (void)state;
    make_inputs();
    for (size_t i = 0; i < 3; i++) {
        for (size_t n = 0; extract_fails(writers[i], n, fail_after); n++)
            continue;
        for (size_t n = 0; extract_fails(writers[i], n, fail_once_after); n++)
            continue;
    }
}

static stm_status write_pair(const stm_result *r, const stm_sink *out,
                             stm_error *err)
{
    return stm_report_json(r, NULL, out, err);
}

static bool diffs_fail(size_t n, void (*arm)(size_t n))
{
    stm_tally tally;
    stm_error err = {STM_OK, 0, ""};
    stm_run_opts o = one_thread();
    arm(n);
    stm_status rc =
        stm_run_diffs(&tally, "f", "list", &o, write_pair, &nowhere, &err);
    bool failed = fail_never();
    if (rc == STM_OK)
        assert_int_equal(tally.done, 2);
    else
        assert_int_equal(rc, failed ? STM_ENOMEM : STM_OK);
    return failed;
}

static void many_diffs_survive_any_allocation_that_fails(void **state)
{
    (void)state;
    make_inputs();
    folder_text("list", "f/a\tf/d\nf/b\tf/a\n");
    for (size_t n = 0; diffs_fail(n, fail_after); n++)
        continue;
    for (size_t n = 0; diffs_fail(n, fail_once_after); n++)
        continue;
}

static stm_status count_bytes(void *user, const char *bytes, size_t len)
{
    (void)bytes;
    *(size_t *)user += len;
    return STM_OK;
}

/* A report with `n` allocations granted; false when it needed no more. */
static bool report_fails(stm_report_fn *report, const stm_result *r, size_t n)
{
    size_t written = 0;
    stm_error err = {STM_OK, 0, ""};
    stm_report_opts o = STM_REPORT_OPTS_INIT;
    stm_sink out = {count_bytes, &written};
    o.verbose = true;
    fail_after(n);
    stm_status rc = report(r, &o, &out, &err);
    bool failed = fail_never();
    if (rc != STM_OK)
        assert_int_equal(rc, STM_ENOMEM);
    assert_int_equal(rc == STM_OK, !failed);
    assert_true(written || failed);
    return failed;
}

static void the_reports_survive_any_allocation_that_fails(void **state)
{
    (void)state;
    static stm_report_fn *const reports[] = {
        stm_report_json, stm_report_terminal, stm_report_html, stm_report_dot};
    stm_result *r;
    stm_run_opts o = one_thread();
    make_inputs();
    assert_int_equal(stm_run_tree(&r, paths, 1, &o, NULL), STM_OK);
    for (size_t i = 0; i < sizeof reports / sizeof *reports; i++)
        for (size_t n = 0; report_fails(reports[i], r, n); n++)
            continue;
    stm_result_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            the_job_survives_any_allocation_that_fails, folder_enter,
            folder_leave),
        cmocka_unit_test_setup_teardown(
            a_diff_survives_any_allocation_that_fails, folder_enter,
            folder_leave),
        cmocka_unit_test_setup_teardown(
            an_extraction_survives_any_allocation_that_fails, folder_enter,
            folder_leave),
        cmocka_unit_test_setup_teardown(
            many_diffs_survive_any_allocation_that_fails, folder_enter,
            folder_leave),
        cmocka_unit_test_setup_teardown(
            the_reports_survive_any_allocation_that_fails, folder_enter,
            folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
