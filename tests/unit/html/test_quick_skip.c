#include "page.h"

#include <stdio.h>

/* What stands behind the element must be read, whatever is in it. */
static void reads_behind(const char *element)
{
    char markup[400];
    int n =
        snprintf(markup, sizeof markup,
                 "<!doctype html><body><p>before</p>%s<p>behind</p>", element);
    page p = page_of((stm_str){markup, (size_t)n});
    assert_text(&p, "before\n\nbehind");
    close_page(&p);
}

static void a_script_ends_at_its_end_tag_alone(void **state)
{
    (void)state;
    reads_behind("<script>if (a < b) x = '<p>' + '</scrip>';</script>");
    reads_behind("<script>x</SCRIPT >");
    reads_behind("<script>x</script\n a=b>");
    reads_behind("<script></script/>");
    reads_behind("<script>a</style></scripts>b</script>");
}

static void a_script_in_a_comment_of_a_script_does_not_end_it(void **state)
{
    (void)state;
    reads_behind("<script><!-- x //--></script>");
    reads_behind("<script><!-- </script>");
    reads_behind("<script><!-- <script> </script> --> </script>");
    reads_behind("<script><!-- <script> --> </script>");
    reads_behind("<script>a <!-- b --> <script> </script>");
}

static void styles_and_frames_end_at_their_end_tags(void **state)
{
    (void)state;
    reads_behind("<style>p > a { content: '</p></script>' }</style>");
    reads_behind("<iframe><p>not shown</p></iframe>");
    reads_behind("<noembed></noembe></noembed>");
    reads_behind("<style><!-- <style> </style>");
}

static void an_element_that_does_not_end_reaches_to_the_end(void **state)
{
    (void)state;
    static const char *const open[] = {"<script>", "<style>", "<iframe>",
                                       "<script><!--", "<script><!--<script>"};
    for (size_t i = 0; i < sizeof open / sizeof *open; i++) {
        char markup[400];
        int n = snprintf(markup, sizeof markup,
                         "<!doctype html><p>before</p>%s rest <p>of it </scrip",
                         open[i]);
        page p = page_of((stm_str){markup, (size_t)n});
        assert_text(&p, "before");
        close_page(&p);
    }
}

static void what_a_page_says_of_itself_is_read(void **state)
{
    (void)state;
    page p = PAGE("<p>text</p><script type='application/LD+json; charset=a'>"
                  "{\"@type\": \"Article\", \"headline\": \"Tides\"}</script>");
    bool found = false;
    for (size_t i = 0; i < p.html->fact_count; i++)
        found = found || p.html->facts[i].origin == STM_ORIGIN_JSONLD;
    assert_true(found);
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_script_ends_at_its_end_tag_alone),
        cmocka_unit_test(a_script_in_a_comment_of_a_script_does_not_end_it),
        cmocka_unit_test(styles_and_frames_end_at_their_end_tags),
        cmocka_unit_test(an_element_that_does_not_end_reaches_to_the_end),
        cmocka_unit_test(what_a_page_says_of_itself_is_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
