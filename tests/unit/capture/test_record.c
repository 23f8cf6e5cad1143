#include "collect.h"

#include "archive_text.h"
#include "capture/record.h"
#include "pack.h"

/* What an answer becomes, with the record's own type. */
static collected answer(const char *block, const char *type)
{
    collected c = {.used = 0};
    stm_capture_sink sink = {collect_take, collect_skip, &c};
    stm_capture__job job;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    char copy[3000];
    size_t len = strlen(block);
    o.max_bytes = 1000;
    stm_capture__job_start(&job, &o, &sink);
    stm_capture__input in = {&job, STM_LIT("test"), NULL, 0, 0};
    stm_capture__record r = {.number = 7,
                             .at = 100,
                             .uri = STM_LIT("u"),
                             .captured = STM_LIT("2020-01-01"),
                             .type = stm_str_of(type)};
    memcpy(copy, block, len);
    assert_int_equal(stm_capture__give_answer(&in, &r, copy, len, NULL),
                     STM_OK);
    return c;
}

static void expect_answer(const char *block, const char *type, const char *log)
{
    collected c = answer(block, type);
    assert_string_equal(c.log, log);
}

#define TYPE(t) "HTTP/1.1 200 OK\r\nContent-Type: " t "\r\n\r\n"
static const char given[] = "7 u 2020-01-01 - - <" PAGE ">\n";

static void pages_are_told_by_their_type(void **state)
{
    (void)state;
    expect_answer(TYPE("text/html") PAGE, NULL, given);
    expect_answer(TYPE("TEXT/HTML;charset=utf-8") PAGE, NULL, given);
    expect_answer(TYPE("application/xhtml+xml") PAGE, NULL, given);
    expect_answer(TYPE("text/html") "<p>bare", NULL,
                  "7 u 2020-01-01 - - <<p>bare>\n");
}

static void types_that_say_nothing_leave_it_to_the_body(void **state)
{
    (void)state;
    expect_answer("HTTP/1.1 200 OK\r\n\r\n" PAGE, NULL, given);
    expect_answer(TYPE("application/octet-stream") PAGE, NULL, given);
    expect_answer(TYPE("text/xml") "<?xml version=\"1.0\"?>" PAGE, NULL,
                  "7 u 2020-01-01 - - <<?xml version=\"1.0\"?>" PAGE ">\n");
    expect_answer(TYPE("text/xml") "<rss/>", NULL, "");
    expect_answer("HTTP/1.1 200 OK\r\n\r\n{\"a\": 1}", NULL, "");
    expect_answer("HTTP/1.1 200 OK\r\n\r\n<p>bare", "text/html",
                  "7 u 2020-01-01 - - <<p>bare>\n");
    expect_answer(PAGE, NULL, given);
}

static void plain_text_is_a_text_unless_it_is_a_page_or_binary(void **state)
{
    (void)state;
    expect_answer(TYPE("text/plain") "low tide", NULL,
                  "7 u 2020-01-01 - - [low tide]\n");
    expect_answer(TYPE("text/plain") PAGE, NULL, given);
    expect_answer(TYPE("text/plain") "\x01\x02\x03", NULL, "");
}

static void what_is_no_text_is_passed_over(void **state)
{
    (void)state;
    expect_answer(TYPE("image/png") PAGE, NULL, "");
    expect_answer(TYPE("application/json") PAGE, NULL, "");
    expect_answer(TYPE("text/css") PAGE, NULL, "");
    expect_answer(TYPE("text/html"), NULL, "");
    expect_answer(TYPE("text/html") " \r\n ", NULL, "");
    expect_answer("", NULL, "");
}

static void a_picture_that_is_called_a_page_is_passed_over(void **state)
{
    (void)state;
    expect_answer(TYPE("text/html") "\x89PNG\r\n\x1a\n\x01\x02\x03\rIHDR\x04",
                  NULL, "");
}

static void answers_without_success_are_passed_over(void **state)
{
    (void)state;
    expect_answer(
        "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" PAGE, NULL,
        "");
    expect_answer("HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n" PAGE,
                  NULL, "");
    expect_answer("HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\n\r\n" PAGE,
                  NULL, "");
    expect_answer("HTTP/1.1 206 Part\r\nContent-Type: text/html\r\n\r\n" PAGE,
                  NULL, given);
    expect_answer("HTTP/1.1\r\nContent-Type: text/html\r\n\r\n" PAGE, NULL,
                  given);
}

static void the_servers_charset_is_used(void **state)
{
    (void)state;
    expect_answer(TYPE("text/html; charset=koi8-r") "<p>\xed\xcf\xd3\xd4", NULL,
                  "7 u 2020-01-01 - KOI8-R <<p>Мост>\n");
    expect_answer(TYPE("text/plain; charset=koi8-r") "\xed\xcf\xd3\xd4", NULL,
                  "7 u 2020-01-01 - KOI8-R [Мост]\n");
}

static void bodies_that_cannot_be_read_are_named(void **state)
{
    (void)state;
    expect_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                  "Content-Encoding: br\r\n\r\n\x8b\x02\x80",
                  NULL,
                  "!7@100 its body is packed with brotli, which cannot be "
                  "read\n");
    expect_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n4\r\n<p>a\r\nx",
                  NULL,
                  "!7@100 damaged: its body is in chunks, but not to the "
                  "end\n");
    expect_answer("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
                  "Transfer-Encoding: chunked\r\n\r\n40\r\n<p>a",
                  NULL,
                  "!7@100 its body ends in the middle of a chunk\n"
                  "7 u 2020-01-01 - - <<p>a>\n");
    /* a picture's body is nobody's business */
    expect_answer("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"
                  "Content-Encoding: br\r\n\r\n\x8b\x02\x80",
                  NULL, "");
}

static void the_head_alone_tells_what_is_not_wanted(void **state)
{
    (void)state;
    assert_true(stm_capture__wants(STM_LIT(TYPE("text/html") "<p>")));
    assert_true(stm_capture__wants(STM_LIT("HTTP/1.1 200 OK\r\n\r\n")));
    assert_true(stm_capture__wants(STM_LIT("<p>")));
    assert_false(stm_capture__wants(STM_LIT(TYPE("video/mp4") "...")));
    assert_false(stm_capture__wants(STM_LIT("HTTP/1.1 302 Found\r\n\r\n")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_told_by_their_type),
        cmocka_unit_test(types_that_say_nothing_leave_it_to_the_body),
        cmocka_unit_test(plain_text_is_a_text_unless_it_is_a_page_or_binary),
        cmocka_unit_test(what_is_no_text_is_passed_over),
        cmocka_unit_test(a_picture_that_is_called_a_page_is_passed_over),
        cmocka_unit_test(answers_without_success_are_passed_over),
        cmocka_unit_test(the_servers_charset_is_used),
        cmocka_unit_test(bodies_that_cannot_be_read_are_named),
        cmocka_unit_test(the_head_alone_tells_what_is_not_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
