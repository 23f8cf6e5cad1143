/* Every report with the n-th allocation failing: a clean error, no leak. */
#include "fixture_edition.h"

#include "failing_malloc.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static stm_status count_bytes(void *user, const char *bytes, size_t len)
{
    (void)bytes;
    *(size_t *)user += len;
    return STM_OK;
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    static stm_report_fn *const all[] = {stm_report_json, stm_report_terminal,
                                         stm_report_html, stm_report_dot};
    static fixture f;
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    opts.verbose = true;
    for (int tree = 0; tree < 2; tree++)
        for (size_t i = 0; i < sizeof all / sizeof *all - !tree; i++)
            for (size_t n = 0;; n++) {
                size_t written = 0;
                stm_error err = {0};
                stm_sink sink = {count_bytes, &written};
                const stm_result *r = fixture_make(&f, tree == 1);
                fail_after(n);
                stm_status rc = all[i](r, &opts, &sink, &err);
                if (!fail_never()) {
                    assert_int_equal(rc, STM_OK);
                    break;
                }
                assert_int_equal(rc, STM_ENOMEM);
                assert_int_equal(err.code, STM_ENOMEM);
            }
}

static void the_forms_of_an_edition_may_fail(void **state)
{
    (void)state;
    static stm_report_fn *const all[] = {stm_report_tei,       stm_report_csv,
                                         stm_report_collation, stm_report_json,
                                         stm_report_terminal,  stm_report_html,
                                         stm_report_graphml};
    static fixture_edition f;
    stm_report_opts opts = STM_REPORT_OPTS_INIT;
    opts.timeline = opts.lost = true;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        for (size_t n = 0;; n++) {
            size_t written = 0;
            stm_sink sink = {count_bytes, &written};
            const stm_result *r = edition_make(&f);
            fail_after(n);
            stm_status rc = all[i](r, &opts, &sink, NULL);
            if (!fail_never()) {
                assert_int_equal(rc, STM_OK);
                break;
            }
            assert_int_equal(rc, STM_ENOMEM);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_allocation_may_fail),
        cmocka_unit_test(the_forms_of_an_edition_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
