#include <stemma/capture.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { ROOM = 4096 };
static char text_room[ROOM], line_room[ROOM];

static stm_capture_line read(const char *line, const char *field)
{
    stm_capture_line out;
    size_t n = strlen(line);
    assert_true(n + STM_CAPTURE_SLACK < ROOM);
    memset(line_room, 'x', ROOM);
    memcpy(line_room, line, n);
    stm_str name = {field, field ? strlen(field) : 0};
    stm_capture_line_read(&out, (stm_str){line_room, n}, name, text_room);
    return out;
}

static void is(stm_str s, const char *wanted)
{
    assert_int_equal(s.len, strlen(wanted));
    assert_memory_equal(s.ptr, wanted, s.len);
}

static void the_usual_fields_are_found_in_any_order(void **state)
{
    (void)state;
    stm_capture_line l =
        read("{\"date\":\"2024\",\"url\":\"u\",\"x\":{\"text\":\"no\"},"
             "\"text\":\"a \\u00e9\\n\\\"b\\\"\",\"id\":17,\"src\":\"s\"}",
             NULL);
    assert_null(l.wrong);
    is(l.text, "a \xc3\xa9\n\"b\"");
    is(l.id, "17");
    is(l.uri, "\"u\"");
    is(l.dated, "\"2024\"");
    is(l.source, "\"s\"");
}

static void
the_better_of_two_fields_wins_and_a_named_one_alone_counts(void **state)
{
    (void)state;
    is(read("{\"content\":\"two\",\"text\":\"one\"}", NULL).text, "one");
    is(read("{\"text\":\"one\",\"content\":\"two\"}", NULL).text, "one");
    is(read("{\"text\":\"one\",\"body\":\"two\"}", "body").text, "two");
    assert_non_null(read("{\"text\":\"one\"}", "body").wrong);
}

static void what_is_no_document_says_why_and_where(void **state)
{
    (void)state;
    const char *const wrong[] = {
        "{",          "[1]",           "{\"text\":\"open",
        "{\"a\" 1}",  "{\"text\":1}",  "{\"text\":\"a\"} x",
        "{\"id\":1}", "{\"a\":[1,2}",  "{\"text\":\"\\q\"}",
        "x",          "{\"text\":nul", "{\"text\":\"a\",}"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        stm_capture_line l = read(wrong[i], NULL);
        assert_non_null(l.wrong);
        assert_true(l.wrong_at <= strlen(wrong[i]));
    }
}

static void a_blank_line_is_nothing(void **state)
{
    (void)state;
    const char *const blank[] = {"", " \t\r"};
    for (size_t i = 0; i < 2; i++) {
        stm_capture_line l = read(blank[i], NULL);
        assert_null(l.wrong);
        assert_null(l.text.ptr);
    }
}

static void an_empty_text_is_a_text(void **state)
{
    (void)state;
    stm_capture_line l = read("{\"text\":\"\",\"id\":\"\"}", NULL);
    assert_null(l.wrong);
    assert_non_null(l.text.ptr);
    assert_int_equal(l.text.len, 0);
    assert_null(l.id.ptr);
}

static void a_value_loses_its_quotes_and_escapes(void **state)
{
    (void)state;
    char room[ROOM], value[ROOM] = "\"a\\tb\"";
    is(stm_capture_line_value((stm_str){value, 6}, room), "a\tb");
    memcpy(value, "123", 3);
    is(stm_capture_line_value((stm_str){value, 3}, room), "123");
}

/* What a walk hands over, put together. */
typedef struct taken {
    char bytes[1 << 16];
    size_t len, blocks, pieces, captures;
    uint64_t next;
} taken;

static stm_status take_lines(void *user, const stm_capture_lines *b,
                             stm_error *err)
{
    taken *t = user;
    (void)err;
    assert_true(b->bytes.len && t->len + b->bytes.len < sizeof t->bytes);
    assert_true(b->at == t->next);
    memcpy(t->bytes + t->len, b->bytes.ptr, b->bytes.len);
    t->len += b->bytes.len;
    t->next += b->bytes.len;
    t->blocks++;
    t->pieces += b->piece;
    return STM_OK;
}

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    (void)err;
    ((taken *)user)->captures++;
    stm_capture_free(c);
    return STM_OK;
}

static void lines_come_whole_and_all(void **state)
{
    (void)state;
    static taken t;
    char *in = calloc(1, 1 << 15);
    size_t n = 0;
    assert_non_null(in);
    for (int i = 0; i < 300; i++) {
        n += (size_t)snprintf(in + n, 200, "{\"text\":\"%0*d\"}\n", i % 90 + 1,
                              i);
    }
    n--; /* the last line has no end */
    for (size_t bytes = 1; bytes < 5000; bytes = bytes * 2 + 1) {
        stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
        stm_capture *c;
        t = (taken){.len = 0};
        o.lines = take_lines;
        o.lines_user = &t;
        o.lines_bytes = bytes;
        /* from bytes there is no sink; a walk's is not needed for lines */
        assert_int_equal(
            stm_capture_from_bytes(&c, STM_LIT("in"), in, n, &o, NULL),
            STM_EFORMAT);
        assert_int_equal(t.len, n);
        assert_memory_equal(t.bytes, in, n);
        assert_int_equal(t.pieces, 0);
    }
    free(in);
}

static void a_line_over_the_limit_comes_in_pieces(void **state)
{
    (void)state;
    static taken t;
    static char in[9000];
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    size_t n = (size_t)snprintf(in, 200, "{\"text\":\"short\"}\n{\"text\":\"");
    memset(in + n, 'a', 7000);
    n += 7000;
    n += (size_t)snprintf(in + n, 200, "\"}\n{\"text\":\"end\"}\n");
    o.lines = take_lines;
    o.lines_user = &t;
    o.lines_bytes = 64;
    o.max_bytes = 1000;
    stm_capture_sink sink = {take, NULL, &t};
    FILE *out = fopen("test_line.jsonl", "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(in, 1, n, out), n);
    fclose(out);
    const char *path = "test_line.jsonl";
    assert_int_equal(stm_capture_walk(&path, 1, &o, &sink, NULL), STM_OK);
    remove(path);
    assert_int_equal(t.len, n);
    assert_memory_equal(t.bytes, in, n);
    assert_true(t.pieces > 1);
    assert_int_equal(t.captures, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_usual_fields_are_found_in_any_order),
        cmocka_unit_test(
            the_better_of_two_fields_wins_and_a_named_one_alone_counts),
        cmocka_unit_test(what_is_no_document_says_why_and_where),
        cmocka_unit_test(a_blank_line_is_nothing),
        cmocka_unit_test(an_empty_text_is_a_text),
        cmocka_unit_test(a_value_loses_its_quotes_and_escapes),
        cmocka_unit_test(lines_come_whole_and_all),
        cmocka_unit_test(a_line_over_the_limit_comes_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
