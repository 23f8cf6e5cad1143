#include "collect.h"

#include "archive_text.h"
#include "pack.h"

static void answers_are_given_and_other_records_passed(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_record(&a, "WARC-Type: warcinfo\r\n", "software: mill\r\n");
    add_record(&a, "WARC-Type: request\r\nContent-Type: application/http\r\n",
               "GET / HTTP/1.1\r\n\r\n");
    add_page(&a);
    add_record(&a, "WARC-Type: metadata\r\n", "{\"a\": 1}");
    add_record(&a, "WARC-Type: revisit\r\nContent-Type: application/http\r\n",
               HTTP);
    add_record(&a, "WARC-Type: unknown\r\n", PAGE);
    add_page(&a);
    expect_log(text_of(&a), GIVEN("3") GIVEN("7"));
}

static void texts_and_resources_are_given_by_their_type(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_record(&a,
               "WARC-Type: conversion\r\nWARC-Target-URI: u\r\n"
               "Content-Type: text/plain\r\n",
               "The mill stands still.");
    add_record(&a,
               "WARC-Type: resource\r\n"
               "WARC-Target-URI: <file:///a b>\r\n"
               "Content-Type: text/html\r\n",
               PAGE);
    add_record(&a,
               "WARC-Type: resource\r\nWARC-Target-URI: u\r\n"
               "Content-Type: image/png\r\n",
               PAGE);
    add_record(&a,
               "WARC-Type: resource\r\n"
               "WARC-Target-URI: metadata://mill/log\r\n"
               "Content-Type: text/plain\r\n",
               "a note of the crawler");
    add_record(&a,
               "WARC-Type: response\r\nWARC-Target-URI: dns:mill\r\n"
               "Content-Type: text/dns\r\n",
               "mill A 10.0.0.1");
    expect_log(text_of(&a), "1 u - - - [The mill stands still.]\n"
                            "2 file:///a b - - - <" PAGE ">\n");
}

static void drafts_and_bare_line_feeds_are_read(void **state)
{
    (void)state;
    expect_log(STM_LIT("WARC/0.18\nWARC-Type: response\n"
                       "WARC-Date: 2008-10-294T05:21:46-0700\n"
                       "Content-Type: application/http\n"
                       "Content-Length: 81\n\n"
                       "HTTP/1.1 200 OK\nContent-Type: text/html\n\n" PAGE
                       "\nWARC/1.1\n"
                       "WARC-Type: conversion\nContent-Type: text/plain\n"
                       "Content-Length: 2\n\nok"),
               "1 - - - - <" PAGE ">\n2 - - - - [ok]\n");
}

static void a_length_that_is_too_long_does_not_swallow_what_follows(void **s)
{
    (void)s;
    archive_text a = {.len = 0};
    add_page(&a);
    size_t at = a.len;
    char log[500];
    add_record_off(&a, RESPONSE, HTTP PAGE, 100);
    add_page(&a);
    add_page(&a);
    snprintf(
        log, sizeof log,
        GIVEN("1") "!2@%zu damaged: the next record begins inside it\n" GIVEN(
            "3") GIVEN("4"),
        at);
    expect_log(text_of(&a), log);
}

static void a_length_that_is_too_short_is_named_at_its_end(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_page(&a);
    char log[500];
    size_t at = a.len - strlen(" still.\r\n\r\n");
    a.len = 0;
    add_record_off(&a, RESPONSE, HTTP PAGE, -(int)strlen(" still."));
    add_page(&a);
    snprintf(log, sizeof log,
             "1 http://mill.example/ 2020-08-08T17:27:41Z - - "
             "<<!doctype html><p>The mill stands>\n"
             "!1@%zu bytes that belong to no record\n" GIVEN("2"),
             at);
    expect_log(text_of(&a), log);
}

static void no_length_makes_it_hang_or_end(void **state)
{
    (void)state;
    static const struct {
        const char *length, *reason;
    } rows[] = {
        {"9223372036854775808", "is more than there is"},
        {"18446744073709551615", "is more than there is"},
        {"18446744073709551616", "is no number"},
        {"1000000000", "is more than there is"},
        {"-1", "is no number"},
        {"", "is no number"},
        {"12 34", "is no number"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        archive_text a = {.len = 0};
        char log[500];
        add_page(&a);
        size_t at = a.len;
        add_text(&a, "WARC/1.0\r\n" RESPONSE "Content-Length: ");
        add_text(&a, rows[i].length);
        add_text(&a, "\r\n\r\n" HTTP PAGE "\r\n\r\n");
        add_page(&a);
        snprintf(
            log, sizeof log,
            GIVEN("1") "!2@%zu damaged: its Content-Length %s\n" GIVEN("3"), at,
            rows[i].reason);
        expect_log(text_of(&a), log);
    }
}

static void junk_between_records_is_named_once(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_page(&a);
    add_text(&a, "junk\nWARC/junk\nand more WARC/1.0\n\n");
    add_page(&a);
    collected c = collect(text_of(&a));
    assert_int_equal(c.captures, 2);
    assert_int_equal(c.skips, 1);
    assert_non_null(strstr(c.log, "bytes that belong to no record\n"));
}

static void a_record_cut_short_is_read_as_far_as_it_goes(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    char log[500];
    add_page(&a);
    size_t at = a.len;
    add_page(&a);
    a.len -= strlen(" still.\r\n\r\n");
    snprintf(
        log, sizeof log,
        GIVEN("1") "2 http://mill.example/ 2020-08-08T17:27:41Z - - "
                   "<<!doctype html><p>The mill stands>\n"
                   "!2@%zu cut short: %zu of the %zu bytes it should have are "
                   "there\n",
        at, strlen(HTTP PAGE) - 7, strlen(HTTP PAGE));
    expect_log(text_of(&a), log);
}

static void what_the_crawler_cut_is_no_damage(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_record(&a, RESPONSE "WARC-Truncated: length\r\n",
               "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
               "Transfer-Encoding: chunked\r\n\r\nfff\r\n" PAGE);
    expect_log(text_of(&a), GIVEN("1"));
}

static void a_head_without_an_end_is_named(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    char log[300];
    add_page(&a);
    snprintf(log, sizeof log,
             GIVEN("1") "!2@%zu damaged: its head does not "
                        "end\n",
             a.len);
    add_text(&a, "WARC/1.0\r\nWARC-Type: response\r\n");
    expect_log(text_of(&a), log);
}

static void a_record_over_the_limit_is_named_and_passed_over(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    char large[3000];
    o.max_bytes = 1000;
    memset(large, 'x', sizeof large);
    memcpy(large, HTTP, strlen(HTTP));
    large[sizeof large - 1] = '\0';
    add_record(&a, RESPONSE, large);
    add_page(&a);
    collected c = collect_with(text_of(&a), &o);
    assert_string_equal(c.log,
                        "!1@0 larger than 1000 bytes, the limit for one text; "
                        "split it into parts first\n" GIVEN("2"));
}

/* `n` records, each in a gzip member. */
static stm_bytes members(int n)
{
    stm_bytes all = pack_copy(STM_LIT(""));
    for (int i = 0; i < n; i++) {
        archive_text a = {.len = 0};
        add_page(&a);
        all = pack_join(all, pack_gzip(text_of(&a)));
    }
    return all;
}

static void a_damaged_member_costs_one_record(void **state)
{
    (void)state;
    stm_bytes one = members(1), all = members(5);
    all.ptr[2 * one.len + one.len / 2] ^= 0x55;
    collected c = collect((stm_str){all.ptr, all.len});
    assert_int_equal(c.captures, 4);
    assert_non_null(strstr(c.log, "damaged gzip data"));
    free(one.ptr);
    free(all.ptr);
}

static void a_member_cut_short_gives_what_is_there(void **state)
{
    (void)state;
    stm_bytes all = members(2);
    collected c = collect((stm_str){all.ptr, all.len - 12});
    assert_int_equal(c.captures, 2);
    assert_int_equal(c.skips, 1);
    assert_non_null(strstr(c.log, "the gzip data end too early\n"));
    free(all.ptr);
}

static void records_that_are_not_packed_one_by_one_are_read_and_named(void **s)
{
    (void)s;
    archive_text a = {.len = 0};
    add_page(&a);
    add_page(&a);
    expect_packed(pack_gzip(text_of(&a)),
                  GIVEN("1") GIVEN("2") "!-@0 records: 2, gzip members: 1; "
                                        "each record should be one; they were "
                                        "read all the same\n");
    expect_packed(members(2), GIVEN("1") GIVEN("2"));
}

static void records_longer_than_the_window_are_whole(void **state)
{
    (void)state;
    enum { LONG = 2 << 20 };
    stm_bytes b = pack_copy((stm_str){"", 0});
    char *block = malloc(LONG + 1000);
    assert_non_null(block);
    for (int i = 0; i < 3; i++) {
        int n = snprintf(block, 1000,
                         "WARC/1.0\r\n" RESPONSE
                         "Content-Length: %zu\r\n\r\n" HTTP PAGE,
                         strlen(HTTP PAGE) + LONG);
        memset(block + n, 'x', LONG);
        b = pack_join(b, pack_copy((stm_str){block, (size_t)n + LONG}));
        b = pack_join(b, pack_copy(STM_LIT("\r\n\r\n")));
    }
    collected c = collect((stm_str){b.ptr, b.len});
    assert_int_equal(c.captures, 3);
    assert_int_equal(c.skips, 0);
    free(block);
    free(b.ptr);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_are_given_and_other_records_passed),
        cmocka_unit_test(texts_and_resources_are_given_by_their_type),
        cmocka_unit_test(drafts_and_bare_line_feeds_are_read),
        cmocka_unit_test(
            a_length_that_is_too_long_does_not_swallow_what_follows),
        cmocka_unit_test(a_length_that_is_too_short_is_named_at_its_end),
        cmocka_unit_test(no_length_makes_it_hang_or_end),
        cmocka_unit_test(junk_between_records_is_named_once),
        cmocka_unit_test(a_record_cut_short_is_read_as_far_as_it_goes),
        cmocka_unit_test(what_the_crawler_cut_is_no_damage),
        cmocka_unit_test(a_head_without_an_end_is_named),
        cmocka_unit_test(a_record_over_the_limit_is_named_and_passed_over),
        cmocka_unit_test(a_damaged_member_costs_one_record),
        cmocka_unit_test(a_member_cut_short_gives_what_is_there),
        cmocka_unit_test(
            records_that_are_not_packed_one_by_one_are_read_and_named),
        cmocka_unit_test(records_longer_than_the_window_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
