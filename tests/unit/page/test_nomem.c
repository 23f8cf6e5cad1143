#include "read.h"

#include "failing_malloc.h"
#include "pages.h"

static void read_failing(const char *text, void (*arm)(size_t))
{
    stm_capture c = {.text = stm_str_of(text)};
    stm_words *w;
    assert_int_equal(stm_words_scan(&w, c.text, NULL), STM_OK);
    bool failed = true;
    for (size_t n = 0; failed; n++) {
        stm_page *p;
        stm_error err;
        arm(n);
        stm_status rc = stm_page_read(&p, &c, NULL, w, NULL, &err);
        failed = fail_never();
        if (rc) {
            assert_int_equal(rc, STM_ENOMEM);
            assert_null(p);
        }
        assert_true(failed || !rc);
        stm_page_free(p);
    }
    stm_words_free(w);
}

static void every_failed_allocation_is_an_error_and_no_more(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "one", page_that_stands_twice,
                                        flattened_page};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        read_failing(texts[i], fail_after);
        read_failing(texts[i], fail_once_after);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_failed_allocation_is_an_error_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
