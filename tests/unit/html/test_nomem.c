#include "page.h"

#include "failing_malloc.h"

static const char markup[] =
    "<!doctype html><html lang=en><head><title>The ferry</title>"
    "<meta property=og:title content='The ferry'></head><body><nav><ul><li>"
    "<a href=/>Home</a></ul></nav><article><h1>The ferry</h1><p class=byline>"
    "By Ann Orr</p><p>It left at noon.</p></article></body></html>";

static stm_status read_once(void)
{
    stm_html_reader *r = NULL;
    stm_capture *c = NULL;
    stm_html *h = NULL;
    stm_status rc = stm_html_reader_new(&r, NULL);
    if (rc == STM_OK)
        rc = stm_capture_from_bytes(&c, STM_LIT("a"), markup, sizeof markup - 1,
                                    NULL, NULL);
    if (rc == STM_OK)
        rc = stm_html_read(&h, r, c, NULL);
    assert_true((rc == STM_OK) == (h != NULL));
    stm_html_free(h);
    stm_capture_free(c);
    stm_html_reader_free(r);
    return rc;
}

static void every_failed_allocation_is_an_error_and_no_more(void **state)
{
    void (*const arms[])(size_t) = {fail_after, fail_once_after};
    (void)state;
    for (int k = 0; k < 2; k++) {
        bool failed = true;
        for (size_t n = 0; failed; n++) {
            arms[k](n);
            stm_status rc = read_once();
            failed = fail_never();
            assert_true(rc == STM_OK || (failed && rc == STM_ENOMEM));
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_failed_allocation_is_an_error_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
