#include "collect.h"

static void a_line_is_a_document(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"id\": \"a-1\", \"url\": \"http://mill.example/\", "
                       "\"text\": \"The mill stands.\", "
                       "\"date\": \"2024-05-01\"}\n"
                       "{\"text\": \"Still.\", \"id\": 17}\n"
                       "{\"text\": \"A third.\"}"),
               "a-1 http://mill.example/ - 2024-05-01 - [The mill stands.]\n"
               "17 - - - - [Still.]\n"
               "3 - - - - [A third.]\n");
}

static void markup_is_a_page(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"html\": \"<p>one\"}\n"
                       "{\"content\": \"<!doctype html><p>two\"}\n"
                       "{\"content\": \"<p>three\"}\n"),
               "1 - - - - <<p>one>\n"
               "2 - - - - <<!doctype html><p>two>\n"
               "3 - - - - [<p>three]\n");
}

static void of_two_texts_the_plainest_wins(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"html\": \"<p>a\", \"text\": \"b\"}\n"
                       "{\"text\": \"b\", \"html\": \"<p>a\"}\n"
                       "{\"text\": \"\", \"html\": \"<p>a\"}\n"
                       "{\"html\": \"<p>a\", \"text\": null}\n"
                       "{\"html\": \"<p>a\", \"raw_content\": \"c\", "
                       "\"content\": \"d\"}\n"),
               "1 - - - - [b]\n2 - - - - [b]\n3 - - - - <<p>a>\n"
               "4 - - - - <<p>a>\n5 - - - - [c]\n");
}

static void a_field_of_the_callers_is_the_only_text(void **state)
{
    (void)state;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    o.text_field = STM_LIT("body");
    collected c = collect_with(STM_LIT("{\"text\": \"a\", \"body\": \"b\"}\n"
                                       "{\"text\": \"a\", \"html\": \"b\"}\n"),
                               &o);
    assert_string_equal(c.log, "1 - - - - [b]\n"
                               "!2@27 a line without a text\n");
    o.text_field = STM_LIT("html");
    c = collect_with(STM_LIT("{\"text\": \"a\", \"html\": \"<p>b\"}\n"), &o);
    assert_string_equal(c.log, "1 - - - - <<p>b>\n");
}

static void options_of_an_older_program_have_no_field(void **state)
{
    (void)state;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    o.struct_size = offsetof(stm_capture_opts, text_field);
    o.text_field = STM_LIT("body");
    collected c =
        collect_with(STM_LIT("{\"text\": \"a\", \"body\": \"b\"}\n"), &o);
    assert_string_equal(c.log, "1 - - - - [a]\n");
}

static void crawlers_names_for_fields_are_known(void **state)
{
    (void)state;
    expect_log(
        STM_LIT("{\"text\": \"a\", \"uri\": \"u\", \"timestamp\": "
                "\"2020-01-02T03:04:05Z\", \"published_at\": \"May\"}\n"
                "{\"WARC-Target-URI\": \"t\", \"WARC-Date\": "
                "\"2020-01-02T03:04:05Z\", \"raw_content\": \"b\"}\n"
                "{\"text\": \"c\", \"timestamp\": \"2013-05-18 05:48:54\"}\n"
                "{\"text\": \"d\", \"timestamp\": \"yesterday\"}\n"),
        "1 u 2020-01-02T03:04:05Z May - [a]\n"
        "2 t 2020-01-02T03:04:05Z - - [b]\n"
        "3 - 2013-05-18T05:48:54 - - [c]\n"
        "4 - - - - [d]\n");
}

static void what_is_nested_is_stepped_over(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"meta\": {\"text\": \"no\", \"a\": [1, \"]}\", "
                       "{\"b\": [[]]}]}, \"text\": \"yes\", \"x\": [], "
                       "\"y\": {}, \"z\": -1.5e+3, \"t\": true}\n"),
               "1 - - - - [yes]\n");
}

static void an_id_is_a_string_or_a_number(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"id\": [1], \"text\": \"a\"}\n"
                       "{\"id\": null, \"text\": \"b\"}\n"
                       "{\"id\": \"\", \"text\": \"c\"}\n"
                       "{\"id\": -1.5e3, \"text\": \"d\"}\n"
                       "{\"id\": \"\\u00e9\\n\", \"text\": \"e\"}\n"
                       "{\"id\": \"\xff\", \"text\": \"f\"}\n"),
               "1 - - - - [a]\n2 - - - - [b]\n3 - - - - [c]\n"
               "-1.5e3 - - - - [d]\né\n - - - - [e]\n? - - - - [f]\n");
}

static void broken_lines_are_named_and_the_rest_goes_on(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"text\": \"one\"}\n"
                       "{\"text\": \"cut\n"
                       "{\"text\" \"no colon\"}\n"
                       "{\"text\": \"no end\"\n"
                       "{\"text\": \"more\"} than one\n"
                       "{\"text\": \"bad \\x escape\"}\n"
                       "{text: \"no quotes\"}\n"
                       "{\"a\": [1, \"text\": 2\n"
                       "{\"a\": , \"text\": \"x\"}\n"
                       "[\"text\"]\n"
                       "{\"text\": \"two\"}\n"
                       "{\"text\": \"two\"}\n{\"text\": \"two\"}\n"
                       "{\"text\": \"two\"}\n{\"text\": \"two\"}\n"),
               "1 - - - - [one]\n"
               "!2@29 a string that does not end\n"
               "!3@38 no colon behind a field's name\n"
               "!4@67 an object that does not end\n"
               "!5@85 neither a comma nor the object's end\n"
               "!6@108 an escape that JSON does not have\n"
               "!7@121 no field's name where one is due\n"
               "!8@159 brackets that are not closed\n"
               "!9@166 no value where one is due\n"
               "!10@181 not a JSON object\n"
               "11 - - - - [two]\n12 - - - - [two]\n13 - - - - [two]\n"
               "14 - - - - [two]\n15 - - - - [two]\n");
}

static void a_document_without_a_text_is_named(void **state)
{
    (void)state;
    expect_log(STM_LIT("{\"title\": \"x\"}\n{\"id\": 7, \"text\": \" \\n\"}\n"
                       "{}\n{\"text\": 5}\n"),
               "!1@0 a line without a text\n!7@15 empty\n"
               "!3@40 a line without a text\n!4@43 a line without a text\n");
}

static void marks_blank_lines_and_line_ends_of_all_kinds_are_fine(void **state)
{
    (void)state;
    expect_log(STM_LIT("\xef\xbb\xbf{\"text\": \"a\"}\r\n\r\n \n"
                       "  {\"text\": \"b\"} \r\n\n"),
               "1 - - - - [a]\n4 - - - - [b]\n");
}

static void halves_of_pairs_and_bad_bytes_are_replaced_and_counted(void **state)
{
    (void)state;
    stm_capture *c;
    stm_str s = STM_LIT("{\"text\": \"\\ud83d\\ude00 \\ud83d \\ude00 \xff "
                        "caf\xc3\xa9\"}");
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("t"), s.ptr, s.len, NULL, NULL),
        STM_OK);
    assert_true(stm_str_eq(
        c->text, STM_LIT("😀 \xef\xbf\xbd \xef\xbf\xbd \xef\xbf\xbd café")));
    assert_int_equal(c->replaced, 3);
    stm_capture_free(c);
}

/* The room of a text that was left out had shrunk to it, and the next was
 * copied into that. */
static void a_blank_text_in_a_long_line_leaves_room_for_the_next(void **state)
{
    (void)state;
    char bytes[5000], x[1500], y[400];
    memset(x, 'x', sizeof x);
    memset(y, 'y', sizeof y);
    int n = snprintf(bytes, sizeof bytes,
                     "{\"text\": \"  \", \"pad\": \"%.1500s\"}\n"
                     "{\"text\": \"%.400s\"}\n",
                     x, y);
    collected c = collect_with((stm_str){bytes, (size_t)n}, NULL);
    const char *begins = "!1@0 empty\n2 - - - - [yyyy";
    assert_memory_equal(c.log, begins, strlen(begins));
}

static void a_line_over_the_limit_is_named_and_passed_over(void **state)
{
    (void)state;
    enum { LONG = 1 << 20 };
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    char *bytes = malloc(LONG + 200);
    assert_non_null(bytes);
    o.max_bytes = 1000;
    size_t n = (size_t)snprintf(bytes, 100, "{\"text\": \"a\"}\n{\"text\": \"");
    memset(bytes + n, 'x', LONG);
    n += LONG;
    n += (size_t)snprintf(bytes + n, 100, "\"}\n{\"text\": \"b\"}\n");
    collected c = collect_with((stm_str){bytes, n}, &o);
    assert_string_equal(c.log,
                        "1 - - - - [a]\n"
                        "!2@14 larger than 1000 bytes, the limit for one text; "
                        "split it into parts first\n"
                        "3 - - - - [b]\n");
    free(bytes);
}

static void lines_longer_than_the_window_are_whole(void **state)
{
    (void)state;
    enum { LONG = 700000, LINES = 3 };
    char *bytes = malloc((LONG + 100) * LINES);
    assert_non_null(bytes);
    size_t n = 0;
    for (int i = 0; i < LINES; i++) {
        n += (size_t)snprintf(bytes + n, 100, "{\"text\": \"%d", i);
        for (size_t k = 0; k < LONG; k++)
            bytes[n++] = (char)('a' + k % 26);
        n += (size_t)snprintf(bytes + n, 100, "\"}\n");
    }
    collected c = collect((stm_str){bytes, n});
    assert_int_equal(c.captures, LINES);
    assert_int_equal(c.skips, 0);
    free(bytes);
}

static void the_taker_may_stop_the_walk(void **state)
{
    (void)state;
    collected c = {.stop_at = 2};
    stm_capture_sink sink = {collect_take, collect_skip, &c};
    stm_capture__job job;
    stm_stream *from;
    stm_error err = {0};
    stm_capture__job_start(&job, NULL, &sink);
    stm_stream_memory(&from,
                      STM_LIT("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"
                              "{\"text\":\"c\"}\n"),
                      NULL);
    assert_int_equal(stm_capture__read_stream(&job, STM_LIT("t"), from, &err),
                     STM_ECANCEL);
    assert_string_equal(err.message, "enough");
    assert_int_equal(c.captures, 2);
    stm_stream_close(from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_is_a_document),
        cmocka_unit_test(markup_is_a_page),
        cmocka_unit_test(of_two_texts_the_plainest_wins),
        cmocka_unit_test(a_field_of_the_callers_is_the_only_text),
        cmocka_unit_test(options_of_an_older_program_have_no_field),
        cmocka_unit_test(crawlers_names_for_fields_are_known),
        cmocka_unit_test(what_is_nested_is_stepped_over),
        cmocka_unit_test(an_id_is_a_string_or_a_number),
        cmocka_unit_test(broken_lines_are_named_and_the_rest_goes_on),
        cmocka_unit_test(a_document_without_a_text_is_named),
        cmocka_unit_test(marks_blank_lines_and_line_ends_of_all_kinds_are_fine),
        cmocka_unit_test(
            halves_of_pairs_and_bad_bytes_are_replaced_and_counted),
        cmocka_unit_test(a_blank_text_in_a_long_line_leaves_room_for_the_next),
        cmocka_unit_test(a_line_over_the_limit_is_named_and_passed_over),
        cmocka_unit_test(lines_longer_than_the_window_are_whole),
        cmocka_unit_test(the_taker_may_stop_the_walk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
