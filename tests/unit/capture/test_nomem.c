/* Every allocation of a walk fails once, and once with all after it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include <stemma/capture.h>

#include "base/str.h"
#include "failing_malloc.h"
#include "folder.h"
#include "pack.h"

static stm_status take(void *user, stm_capture *c, stm_error *err)
{
    (void)err;
    ++*(size_t *)user;
    stm_capture_free(c);
    return STM_OK;
}

static void skip_input(void *user, const stm_skip *what)
{
    (void)what;
    ++*(size_t *)user;
}

#define RECORD(type, length, body)                              \
    "WARC/1.0\r\nWARC-Type: " type "\r\nWARC-Target-URI: u\r\n" \
    "Content-Type: application/http\r\nContent-Length: " length \
    "\r\n\r\n" body "\r\n\r\n"
#define PAGE "<!doctype html><p>caf\xe9"

static void put(const char *path, stm_bytes b)
{
    folder_file(path, b.ptr, b.len);
    free(b.ptr);
}

/* An archive of answers, one of them packed. */
static stm_bytes answers(void)
{
    char packed[400];
    stm_bytes body = pack_gzip(STM_LIT(PAGE));
    int n = snprintf(packed, sizeof packed,
                     RECORD("response", "%zu",
                            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n"
                            "Content-Type: text/html\r\n\r\n"),
                     body.len + 68);
    memcpy(packed + n - 4, body.ptr, body.len); /* over the ends of lines */
    stm_str first = {packed, (size_t)n - 4 + body.len};
    free(body.ptr);
    return pack_join(
        pack_gzip(first),
        pack_gzip(STM_LIT("\r\n\r\n" RECORD("response", "26", PAGE "    "))));
}

static void make_inputs(void)
{
    static const char line[] =
        "{\"id\": \"\\u00e9\", \"url\": \"u\", \"text\": \"\xff a\"}\n";
    const pack_file files[] = {{"one", STM_LIT("The mill stands.")},
                               {"two.jsonl", {line, sizeof line - 1}}};
    folder_make("f");
    folder_make("f/inner");
    folder_text("f/ascii", "The mill stands still.");
    folder_text("f/empty", "");
    folder_text("f/inner/damaged", "caf\xc3\xa9 \xff");
    folder_text("f/latin", "caf\xe9 au lait");
    folder_text("f/page", PAGE);
    folder_text("f/tei", "<TEI><text><p><app><rdg wit=\"#A\">mill</rdg>"
                         "</app>s</p></text></TEI>");
    put("f/warc.gz", answers());
    put("f/zip", pack_archive(files, 2, "zip"));
    put("f/zst", pack_zstd(STM_LIT("{\"text\": \"a\"}\n{\"html\":\"b\"}")));
    folder_file("f/wide",
                "\xff\xfe"
                "o\0k\0",
                6);
}

/* The walk with `n` allocations granted; false when it needed no more. What
 * fails without harm (giving room back) counts as needed. */
static bool walk_fails(size_t n, void (*arm)(size_t n))
{
    size_t seen = 0;
    stm_error err = {STM_OK, 0, ""};
    stm_capture_sink sink = {take, skip_input, &seen};
    const char *paths[] = {"f", "gone"};
    arm(n);
    stm_status rc = stm_capture_walk(paths, 2, NULL, &sink, &err);
    bool failed = fail_never();
    assert_true(rc == STM_OK || (failed && rc == STM_ENOMEM));
    assert_int_equal(err.code, rc);
    if (rc == STM_OK)
        assert_int_equal(seen, 14);
    return failed;
}

static void a_walk_survives_any_allocation_that_fails(void **state)
{
    (void)state;
    size_t n = 0, m = 0;
    make_inputs();
    while (walk_fails(n, fail_after))
        n++;
    while (walk_fails(m, fail_once_after))
        m++;
    assert_true(n > 10);
    assert_true(m >= n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_walk_survives_any_allocation_that_fails, folder_enter,
            folder_leave),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
