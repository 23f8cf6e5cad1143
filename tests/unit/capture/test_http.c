#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "capture/http.h"
#include "pack.h"

static void an_answer_is_taken_apart(void **state)
{
    (void)state;
    stm_http h = stm_http__read(STM_LIT("HTTP/1.1 404 Not Found\r\n"
                                        "Content-Type: text/html\r\n\r\nbody"));
    assert_int_equal(h.status, 404);
    assert_true(stm_str_eq(h.type, STM_LIT("text/html")));
    assert_true(stm_str_eq(h.body, STM_LIT("body")));
    h = stm_http__read(STM_LIT("HTTP/1.0 200\nA: b\n\nbody"));
    assert_int_equal(h.status, 200);
    assert_null(h.type.ptr);
    assert_true(stm_str_eq(h.body, STM_LIT("body")));
}

static void what_is_no_answer_is_all_body(void **state)
{
    (void)state;
    stm_http h = stm_http__read(STM_LIT("<p>bare"));
    assert_int_equal(h.status, 0);
    assert_int_equal(h.head.len, 0);
    assert_true(stm_str_eq(h.body, STM_LIT("<p>bare")));
    h = stm_http__read(STM_LIT("HTTP/1.1 200 OK\r\nA: b"));
    assert_int_equal(h.body.len, 0);
    assert_int_equal(stm_http__read(STM_LIT("HTTP/1.1 OK\r\n\r\n")).status, 0);
    assert_int_equal(stm_http__read(STM_NONE).body.len, 0);
}

static void expect_joined(const char *chunks, stm_chunks verdict,
                          const char *body)
{
    char bytes[200];
    size_t len = strlen(chunks);
    memcpy(bytes, chunks, len);
    assert_int_equal(stm_http__join(bytes, &len), verdict);
    assert_true(stm_str_eq((stm_str){bytes, len}, stm_str_of(body)));
}

static void chunks_are_joined(void **state)
{
    (void)state;
    expect_joined("4\r\nlow \r\n4\r\ntide\r\n0\r\n\r\n", STM_CHUNKS_WHOLE,
                  "low tide");
    expect_joined("4;a=b\r\nlow \r\n0004  \r\ntide\r\n0\r\nX: y\r\n\r\n",
                  STM_CHUNKS_WHOLE, "low tide");
    expect_joined("A\nlow tide a\n1\nt\n0\n\n", STM_CHUNKS_WHOLE,
                  "low tide at");
    expect_joined("4\r\nlow \r\n4\r\ntide\r\n", STM_CHUNKS_WHOLE, "low tide");
    expect_joined("0\r\n\r\n", STM_CHUNKS_WHOLE, "");
    expect_joined("", STM_CHUNKS_WHOLE, "");
}

static void a_last_chunk_cut_short_is_told(void **state)
{
    (void)state;
    expect_joined("4\r\nlow \r\n40\r\ntide", STM_CHUNKS_CUT, "low tide");
    expect_joined("ffffffffffffffff\r\nlow", STM_CHUNKS_CUT, "low");
}

static void chunks_that_turn_into_something_else_are_damaged(void **state)
{
    (void)state;
    expect_joined("4\r\nlow \r\nzz\r\ntide", STM_CHUNKS_BAD, "low ");
    expect_joined("4\r\nlow \r\n10000000000000000\r\ntide", STM_CHUNKS_BAD,
                  "low ");
    expect_joined("3\r\nlow tide\r\n0\r\n\r\n", STM_CHUNKS_BAD, "low");
}

static void a_body_without_chunks_is_let_alone(void **state)
{
    (void)state;
    expect_joined("<p>low tide</p>\r\n", STM_CHUNKS_NONE,
                  "<p>low tide</p>\r\n");
    expect_joined("\r\n4\r\nlow \r\n", STM_CHUNKS_NONE, "\r\n4\r\nlow \r\n");
    expect_joined("4", STM_CHUNKS_NONE, "4");
}

/* Frees `body`. */
static void expect_body(const char *headers, stm_bytes body, stm_status code,
                        const char *text)
{
    char block[2000];
    stm_str plain;
    stm_bytes unpacked;
    stm_error err = {0};
    size_t n = strlen(headers);
    memcpy(block, "HTTP/1.1 200 OK\r\n", 17);
    memcpy(block + 17, headers, n);
    memcpy(block + 17 + n, "\r\n", 2);
    memcpy(block + 19 + n, body.ptr, body.len);
    stm_http h = stm_http__read((stm_str){block, 19 + n + body.len});
    assert_int_equal(h.body.len, body.len);
    free(body.ptr);
    assert_int_equal(
        stm_http__body(&h, block + h.head.len, 1000, &plain, &unpacked, &err),
        code);
    if (unpacked.ptr)
        plain = (stm_str){unpacked.ptr, unpacked.len};
    if (text)
        assert_true(stm_str_eq(plain, stm_str_of(text)));
    free(unpacked.ptr);
}

static void bodies_are_unpacked(void **state)
{
    (void)state;
    stm_str tide = STM_LIT("<p>low tide");
    expect_body("Content-Encoding: gzip\r\n", pack_gzip(tide), STM_OK,
                "<p>low tide");
    expect_body("Content-Encoding: x-GZIP\r\n", pack_gzip(tide), STM_OK,
                "<p>low tide");
    expect_body("Content-Encoding: deflate\r\n", pack_zlib(tide), STM_OK,
                "<p>low tide");
    expect_body("Content-Encoding: zstd\r\n", pack_zstd(tide), STM_OK,
                "<p>low tide");
    expect_body("Content-Encoding: identity\r\n", pack_copy(tide), STM_OK,
                "<p>low tide");
    expect_body("", pack_copy(tide), STM_OK, "<p>low tide");
}

static void what_the_crawler_has_unpacked_is_not_unpacked_again(void **state)
{
    (void)state;
    static const char *const encodings[] = {"gzip", "deflate", "br", "zstd"};
    for (size_t i = 0; i < 4; i++) {
        char headers[100] = "Transfer-Encoding: chunked\r\n"
                            "Content-Encoding: ";
        size_t n = strlen(headers);
        memcpy(headers + n, encodings[i], strlen(encodings[i]));
        memcpy(headers + n + strlen(encodings[i]), "\r\n", 3);
        expect_body(headers, pack_copy(STM_LIT("\xef\xbb\xbf <p>low tide")),
                    STM_OK, "\xef\xbb\xbf <p>low tide");
    }
}

static void what_cannot_be_unpacked_has_a_reason(void **state)
{
    (void)state;
    char *zeros = calloc(1, 2000);
    assert_non_null(zeros);
    expect_body("Content-Encoding: br\r\n", pack_copy(STM_LIT("\x8b\x02\x80")),
                STM_EFORMAT, NULL);
    expect_body("Content-Encoding: gzip\r\n", pack_gzip((stm_str){zeros, 2000}),
                STM_ELIMIT, NULL);
    stm_bytes cut = pack_gzip(STM_LIT("<p>low tide"));
    cut.len -= 4;
    expect_body("Content-Encoding: gzip\r\n", cut, STM_EIO, "<p>low tide");
    expect_body("Transfer-Encoding: chunked\r\n",
                pack_copy(STM_LIT("3\r\nlow tide")), STM_EFORMAT, NULL);
    expect_body("Transfer-Encoding: chunked\r\n",
                pack_copy(STM_LIT("30\r\nlow tide")), STM_EIO, "low tide");
    free(zeros);
}

static void chunks_are_joined_before_they_are_unpacked(void **state)
{
    (void)state;
    stm_bytes packed = pack_gzip(STM_LIT("<p>low tide"));
    char size[20];
    int n = snprintf(size, sizeof size, "%zx\r\n", packed.len);
    stm_bytes all =
        pack_join(pack_join(pack_copy((stm_str){size, (size_t)n}), packed),
                  pack_copy(STM_LIT("\r\n0\r\n\r\n")));
    expect_body("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", all,
                STM_OK, "<p>low tide");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_is_taken_apart),
        cmocka_unit_test(what_is_no_answer_is_all_body),
        cmocka_unit_test(chunks_are_joined),
        cmocka_unit_test(a_last_chunk_cut_short_is_told),
        cmocka_unit_test(chunks_that_turn_into_something_else_are_damaged),
        cmocka_unit_test(a_body_without_chunks_is_let_alone),
        cmocka_unit_test(bodies_are_unpacked),
        cmocka_unit_test(what_the_crawler_has_unpacked_is_not_unpacked_again),
        cmocka_unit_test(what_cannot_be_unpacked_has_a_reason),
        cmocka_unit_test(chunks_are_joined_before_they_are_unpacked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
