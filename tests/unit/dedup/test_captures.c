#include "dedup/captures.h"

#include <string.h>

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { ROOM = 1 << 16 };

/* What was given: all lines, and where each block began. */
typedef struct given {
    char bytes[ROOM], names[256];
    size_t len;
    uint64_t at; /* behind the last block of its input */
} given;

static stm_status take(void *user, const stm_capture_lines *b, stm_error *err)
{
    given *g = user;
    (void)err;
    assert_true(b->packed && g->len + b->bytes.len < ROOM);
    memcpy(g->bytes + g->len, b->bytes.ptr, b->bytes.len);
    g->len += b->bytes.len;
    g->bytes[g->len] = '\0';
    assert_true(b->at == 0 || b->at == g->at);
    g->at = b->at + b->bytes.len;
    if (!b->at) {
        strncat(g->names, b->source.ptr, b->source.len);
        strncat(g->names, ";", 2);
    }
    return STM_OK;
}

static const struct {
    const char *source, *bytes;
} texts[] = {
    {"a/1.txt", "A plain text,\nas it stands: \"quoted\".\n"},
    {"a/2.html", "<html><head><title>Boats</title></head><body><nav><ul><li>"
                 "<a href=\"/\">Home</a></li><li><a href=\"/b\">Boats</a></li>"
                 "</ul></nav><article><h1>Boats come home</h1><p>The harbour "
                 "master counted the boats twice before the fog came in, and "
                 "wrote the number on the back of his hand.</p><p>There were "
                 "fourteen of them, and one that nobody knew.</p></article>"
                 "</body></html>"},
    {"b/3.txt", "Another one, in another folder."},
};
enum { TEXTS = sizeof texts / sizeof *texts };

static void read_all(given *g, unsigned threads, size_t bytes, bool as_is)
{
    stm_pool *pool;
    stm_captures *c;
    *g = (given){.len = 0};
    assert_int_equal(stm_pool_new(&pool, threads, NULL), STM_OK);
    stm_captures_opts o = {pool, as_is, bytes, take, NULL, g};
    assert_int_equal(stm_captures__new(&c, &o, NULL), STM_OK);
    for (int i = 0; i < TEXTS; i++) {
        stm_capture *one;
        stm_str source = {texts[i].source, strlen(texts[i].source)};
        assert_int_equal(stm_capture_from_bytes(&one, source, texts[i].bytes,
                                                strlen(texts[i].bytes), NULL,
                                                NULL),
                         STM_OK);
        assert_int_equal(
            stm_captures__take(c, one, stm_captures__input(one), NULL), STM_OK);
    }
    assert_int_equal(stm_captures__flush(c, NULL), STM_OK);
    assert_int_equal(stm_captures__flush(c, NULL), STM_OK);
    stm_captures__free(c);
    stm_pool_free(pool);
}

static given one, other;

static void captures_become_lines_of_json(void **state)
{
    (void)state;
    read_all(&one, 1, 1 << 20, false);
    assert_non_null(strstr(one.bytes,
                           "{\"id\":\"a/1.txt\",\"text\":\"A plain text,\\nas "
                           "it stands: \\\"quoted\\\".\\n\"}\n"));
    assert_non_null(strstr(one.bytes, "one that nobody knew."));
    assert_null(strstr(one.bytes, "Home"));
    assert_string_equal(one.names, "a;b;");
}

static void the_whole_page_is_there_when_asked_for(void **state)
{
    (void)state;
    read_all(&one, 1, 1 << 20, true);
    assert_non_null(strstr(one.bytes, "Home"));
}

static void threads_and_batches_change_nothing(void **state)
{
    (void)state;
    read_all(&one, 1, 1 << 20, false);
    for (unsigned threads = 1; threads < 4; threads++)
        for (size_t bytes = 1; bytes < 4096; bytes *= 8) {
            read_all(&other, threads, bytes, false);
            assert_string_equal(one.bytes, other.bytes);
            assert_string_equal(one.names, other.names);
        }
}

static void an_input_is_a_file_of_many_or_a_folder(void **state)
{
    (void)state;
    const struct {
        stm_str source, record, input;
    } rows[] = {
        {STM_LIT("a/b.warc"), STM_LIT("7"), STM_LIT("a/b.warc")},
        {STM_LIT("a/b.txt"), STM_NONE, STM_LIT("a")},
        {STM_LIT("a//b.txt"), STM_NONE, STM_LIT("a")},
        {STM_LIT("b.txt"), STM_NONE, STM_LIT(".")},
        {STM_LIT("-"), STM_NONE, STM_LIT(".")},
        {STM_LIT("/b.txt"), STM_NONE, STM_LIT("/")},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        stm_capture c = {.source = rows[i].source, .record = rows[i].record};
        stm_str got = stm_captures__input(&c);
        assert_int_equal(got.len, rows[i].input.len);
        assert_memory_equal(got.ptr, rows[i].input.ptr, got.len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(captures_become_lines_of_json),
        cmocka_unit_test(the_whole_page_is_there_when_asked_for),
        cmocka_unit_test(threads_and_batches_change_nothing),
        cmocka_unit_test(an_input_is_a_file_of_many_or_a_folder),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
