#include "collect.h"

#include "archive_text.h"

#define HEAD                                                     \
    "filedesc://mill.arc 0.0.0.0 20140216050221 text/plain 65\n" \
    "1 0 Mill\nURL IP-address Archive-date Content-type Archive-length\n"

/* One record's line and bytes; the number is that of its bytes. */
static void add_line(archive_text *a, const char *line, const char *bytes,
                     int more)
{
    char length[20];
    add_text(a, line);
    snprintf(length, sizeof length, " %d\n", (int)strlen(bytes) + more);
    add_text(a, length);
    add_text(a, bytes);
    add_text(a, "\n");
}

static void records_are_given(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_text(&a, HEAD "\n");
    add_line(&a, "http://mill.example/ 10.0.0.1 20140216050221 text/html",
             HTTP PAGE, 0);
    add_line(&a, "http://mill.example/a.png 10.0.0.1 20140216050221 image/png",
             "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG", 0);
    add_line(&a, "http://mill.example/no 10.0.0.1 20140216050221 text/html",
             "HTTP/1.1 404 Gone\r\nContent-Type: text/html\r\n\r\n" PAGE, 0);
    add_line(&a, "http://mill.example/a b c 10.0.0.1 20140216 text/plain",
             "low tide", 0);
    expect_log(text_of(&a),
               "2 http://mill.example/ 2014-02-16T05:02:21Z - - <" PAGE ">\n"
               "5 http://mill.example/a b c 2014-02-16 - - [low tide]\n");
}

static void version_2_has_more_fields(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    add_text(&a, "filedesc://mill.arc 0.0.0.0 20140216050221 text/plain 200 "
                 "- - 0 mill.arc 9\n2 0 Mill\n\n");
    add_line(&a,
             "http://mill.example/a b 10.0.0.1 20140216050221 text/html 200 "
             "SUM - 10 mill.arc",
             HTTP PAGE, 0);
    expect_log(text_of(&a), "2 http://mill.example/a b 2014-02-16T05:02:21Z "
                            "- - <" PAGE ">\n");
}

static void lengths_that_are_no_numbers_are_named(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    char log[500];
    add_text(&a, HEAD "\n");
    size_t at = a.len;
    add_text(&a, "http://mill.example/ 10.0.0.1 20140301000000 text/html -1\n"
                 "\n");
    add_line(&a, "http://mill.example/2 10.0.0.1 20140301000000 text/plain",
             "low tide", 0);
    snprintf(log, sizeof log,
             "!2@%zu damaged: its length is no number\n"
             "3 http://mill.example/2 2014-03-01T00:00:00Z - - [low tide]\n",
             at);
    expect_log(text_of(&a), log);
}

static void junk_is_named_once(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    char log[500];
    add_text(&a, HEAD "\n");
    size_t at = a.len;
    add_text(&a, "junk\nand more junk\n");
    add_line(&a, "http://mill.example/2 10.0.0.1 20140301000000 text/plain",
             "low tide", 0);
    snprintf(log, sizeof log,
             "!1@%zu bytes that belong to no record\n"
             "2 http://mill.example/2 2014-03-01T00:00:00Z - - [low tide]\n",
             at);
    expect_log(text_of(&a), log);
}

static void the_last_record_may_be_cut_short(void **state)
{
    (void)state;
    archive_text a = {.len = 0};
    char log[500];
    add_text(&a, HEAD "\n");
    size_t at = a.len;
    add_line(&a, "http://mill.example/2 10.0.0.1 20140301000000 text/plain",
             "low tide", 100);
    snprintf(log, sizeof log,
             "2 http://mill.example/2 2014-03-01T00:00:00Z - - [low tide\n]\n"
             "!2@%zu cut short\n",
             at);
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
    large[sizeof large - 1] = '\0';
    add_text(&a, HEAD "\n");
    add_line(&a, "http://mill.example/1 10.0.0.1 20140301000000 text/plain",
             large, 0);
    add_line(&a, "http://mill.example/2 10.0.0.1 20140301000000 text/plain",
             "low tide", 0);
    collected c = collect_with(text_of(&a), &o);
    assert_int_equal(c.captures, 1);
    assert_int_equal(c.skips, 1);
    assert_non_null(strstr(c.log, "larger than 1000 bytes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_given),
        cmocka_unit_test(version_2_has_more_fields),
        cmocka_unit_test(lengths_that_are_no_numbers_are_named),
        cmocka_unit_test(junk_is_named_once),
        cmocka_unit_test(the_last_record_may_be_cut_short),
        cmocka_unit_test(a_record_over_the_limit_is_named_and_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
