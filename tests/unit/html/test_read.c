#include "page.h"

#include <stdio.h>
#include <stdlib.h>

/* `head`, then `part` so many times. */
static page repeated(const char *head, const char *part, size_t times)
{
    size_t h = strlen(head), n = strlen(part);
    char *markup = malloc(h + n * times);
    memcpy(markup, head, h);
    for (size_t i = 0; i < times; i++)
        memcpy(markup + h + i * n, part, n);
    page p = page_of((stm_str){markup, h + n * times});
    free(markup);
    return p;
}

static void assert_limit(page *p, const char *part)
{
    assert_non_null(p->html->limit);
    assert_non_null(strstr(p->html->limit, part));
    close_page(p);
}

static void a_reader_reads_one_page_after_the_other(void **state)
{
    (void)state;
    page p = PAGE("<p class=comment>one</p>");
    stm_capture *c;
    stm_html *h;
    stm_str again = STM_LIT("<!doctype html><p>two</p>");
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("b"), again.ptr,
                                            again.len, NULL, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&h, p.reader, c, NULL), STM_OK);
    assert_int_equal(c->text.len, 3);
    assert_int_equal(h->block_count, 1);
    assert_int_equal(h->blocks[0].hints, 0);
    assert_null(h->limit);
    stm_html_free(h);
    stm_capture_free(c);
    close_page(&p);
}

/* Depth of the last block of `markup`. */
static unsigned depth_in(stm_html_reader *r, const char *markup)
{
    stm_capture *c;
    stm_html *h;
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("b"), markup,
                                            strlen(markup), NULL, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&h, r, c, NULL), STM_OK);
    unsigned depth = h->blocks[h->block_count - 1].depth;
    stm_html_free(h);
    stm_capture_free(c);
    return depth;
}

/* In old pages a table may stand inside of a paragraph. */
static void an_old_page_makes_no_later_page_old(void **state)
{
    (void)state;
    static const char old[] = "<html><body><p>a<table><tr><td>b</table>";
    static const char new[] =
        "<!doctype html><body><p>a<table><tr><td>b</table>";
    stm_html_reader *r;
    assert_int_equal(stm_html_reader_new(&r, NULL), STM_OK);
    unsigned first = depth_in(r, new);
    assert_int_equal(depth_in(r, old), first + 1);
    assert_int_equal(depth_in(r, new), first);
    stm_html_reader_free(r);
}

static void a_plain_text_is_no_page(void **state)
{
    (void)state;
    stm_html_reader *r;
    stm_capture *c;
    stm_html *h;
    assert_int_equal(stm_html_reader_new(&r, NULL), STM_OK);
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("a"), "words", 5, NULL, NULL),
        STM_OK);
    assert_int_equal(stm_html_read(&h, r, c, NULL), STM_EARG);
    assert_null(h);
    stm_capture_free(c);
    stm_html_reader_free(r);
}

static void an_empty_page_has_an_empty_text(void **state)
{
    (void)state;
    page p = PAGE("");
    assert_int_equal(p.html->block_count, 0);
    assert_int_equal(p.capture->text.len, 0);
    close_page(&p);
}

static void elements_too_deep_are_a_limit(void **state)
{
    (void)state;
    page p = repeated("<!doctype html><p>first</p>", "<div>", 1000000);
    assert_non_null(block_of(&p, "first"));
    assert_limit(&p, "deep");
}

/* It is named, too, where no markup is left to be read. */
static void a_short_page_may_be_too_deep(void **state)
{
    (void)state;
    page p = repeated("<!doctype html><p>first</p>", "<b>", 1100);
    assert_non_null(block_of(&p, "first"));
    assert_limit(&p, "deep");
}

static void too_many_names_are_a_limit(void **state)
{
    (void)state;
    enum { NAMES = 200000 };
    size_t room = NAMES * 10 + 100;
    char *markup = malloc(room);
    size_t n = (size_t)snprintf(markup, room, "<!doctype html><p>first</p><p");
    for (int i = 0; i < NAMES; i++)
        n += (size_t)snprintf(markup + n, room - n, " a%d", i);
    page p = page_of((stm_str){markup, n});
    free(markup);
    assert_non_null(block_of(&p, "first"));
    assert_limit(&p, "names");
}

static void too_much_markup_is_a_limit(void **state)
{
    (void)state;
    page p = repeated("<!doctype html><p>first</p><!--", "0123456789abcdef",
                      (size_t)3 << 20);
    assert_non_null(block_of(&p, "first"));
    assert_limit(&p, "markup");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reader_reads_one_page_after_the_other),
        cmocka_unit_test(an_old_page_makes_no_later_page_old),
        cmocka_unit_test(a_plain_text_is_no_page),
        cmocka_unit_test(an_empty_page_has_an_empty_text),
        cmocka_unit_test(elements_too_deep_are_a_limit),
        cmocka_unit_test(a_short_page_may_be_too_deep),
        cmocka_unit_test(too_many_names_are_a_limit),
        cmocka_unit_test(too_much_markup_is_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
