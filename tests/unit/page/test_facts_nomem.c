#include "said.h"

#include "failing_malloc.h"

static const char page[] =
    "<html lang=en><title>A bridge reopens | Valley Post</title>"
    "<meta property=og:site_name content='Valley Post'>"
    "<meta property=article:published_time content=2024-05-16>"
    "<meta name=author content='Ann Reed'><link rel=canonical href=/bridge>"
    "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":"
    "\"Boats are sold\",\"datePublished\":\"2023-01-01\",\"author\":[\"Bo "
    "Lind\",\"Cy Moss\"]}</script><h1>A bridge reopens</h1>"
    "<p class=byline>By Ann Reed, 16 May 2024</p>" SAID_TEXT;

static void every_failed_allocation_is_an_error_and_no_more(void **state)
{
    (void)state;
    said s = read_about(
        page, (stm_capture__about){.uri = STM_LIT("https://valley.example/x")});
    stm_page_free(s.page);
    bool failed = true;
    for (size_t n = 0; failed; n++) {
        stm_error err;
        fail_after(n);
        stm_status rc =
            stm_page_read(&s.page, s.capture, s.html, s.words, NULL, &err);
        failed = fail_never();
        if (rc) {
            assert_int_equal(rc, STM_ENOMEM);
            assert_null(s.page);
        }
        assert_true(failed || !rc);
        if (failed)
            stm_page_free(s.page);
    }
    assert_str(s.page->title, "A bridge reopens");
    drop_said(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_failed_allocation_is_an_error_and_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
