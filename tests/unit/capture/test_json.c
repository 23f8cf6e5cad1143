#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stdio.h>

#include "base/str.h"
#include "capture/json.h"
#include "capture/json_map.h"

enum { ROOM = 1000 };

/* A copy with the slack behind it, full of what would mislead. */
static const char *padded(const char *s, size_t len)
{
    static char bytes[ROOM + STM_JSON_SLACK];
    memcpy(bytes, s, len);
    memset(bytes + len, '"', sizeof bytes - len);
    return bytes;
}

static stm_json at_start(const char *s)
{
    size_t len = strlen(s);
    const char *p = padded(s, len);
    return (stm_json){.at = p, .end = p + len};
}

static void expect_copy(const char *json, const char *text, size_t rest)
{
    static char to[ROOM + STM_JSON_SLACK];
    stm_json j = at_start(json);
    stm_json_text t = {.to = to};
    assert_true(stm_json__copy(&j, &t));
    assert_true(stm_str_eq((stm_str){to, t.len}, stm_str_of(text)));
    assert_int_equal(j.end - j.at, rest);
}

static void escapes_are_resolved(void **state)
{
    (void)state;
    expect_copy("\"\"", "", 0);
    expect_copy("\"plain\", 1", "plain", 3);
    expect_copy("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 0);
    expect_copy("\"\\u0041\\u00e9\\u20ac\\uD83D\\uDE00\"", "Aé€😀", 0);
    expect_copy("\"\\\\\\\\\"", "\\\\", 0);
}

static void expect_wrong(const char *json, const char *why, size_t at)
{
    static char to[ROOM + STM_JSON_SLACK];
    stm_json j = at_start(json);
    stm_json_text t = {.to = to};
    const char *from = j.at;
    assert_false(stm_json__copy(&j, &t));
    assert_string_equal(j.wrong, why);
    assert_int_equal(j.at - from, at);
}

static void strings_that_do_not_end_are_wrong(void **state)
{
    (void)state;
    expect_wrong("\"", "a string that does not end", 1);
    expect_wrong("\"abc", "a string that does not end", 4);
    expect_wrong("\"abc\\", "a string that does not end", 5);
    expect_wrong("\"abc\\\"", "a string that does not end", 6);
    expect_wrong("\"\\q\"", "an escape that JSON does not have", 1);
    expect_wrong("\"\\u12\"", "a \\u without four hexadecimal digits", 3);
    expect_wrong("\"\\u12g4\"", "a \\u without four hexadecimal digits", 3);
    expect_wrong("\"\\u", "a \\u without four hexadecimal digits", 3);
}

/* The slow way. */
static size_t unescape(const char *json, char *to)
{
    size_t n = 0;
    for (const char *p = json + 1; *p != '"'; p++)
        to[n++] = *p == '\\' ? (*++p == 'n' ? '\n' : *p) : *p;
    return n;
}

static void every_place_in_a_block_is_copied_right(void **state)
{
    (void)state;
    static char to[ROOM + STM_JSON_SLACK], slow[ROOM];
    uint32_t x = 1;
    for (int round = 0; round < 20000; round++) {
        char json[ROOM];
        size_t n = 0, len;
        json[n++] = '"';
        x = x * 1664525u + 1013904223u;
        for (len = (x >> 16) % 200; len; len--) {
            x = x * 1664525u + 1013904223u;
            unsigned die = x >> 24;
            if (die < 20)
                json[n++] = '\\', json[n++] = "n\"\\/"[die % 4];
            else
                json[n++] = (char)('a' + die % 26);
        }
        json[n++] = '"', json[n] = '\0';
        len = unescape(json, slow);
        stm_json j = at_start(json);
        stm_json_text t = {.to = to};
        assert_true(stm_json__copy(&j, &t));
        assert_true(j.at == j.end);
        assert_int_equal(t.len, len);
        assert_memory_equal(to, slow, len);
        assert_false(t.maybe_high);
    }
}

static void bytes_over_127_are_noticed(void **state)
{
    (void)state;
    static char to[ROOM + STM_JSON_SLACK];
    for (size_t i = 0; i < 130; i++) {
        char json[150];
        memset(json, 'a', sizeof json);
        json[0] = json[140] = '"', json[141] = '\0';
        json[1 + i] = (char)0xc3;
        stm_json j = at_start(json);
        stm_json_text t = {.to = to};
        assert_true(stm_json__copy(&j, &t));
        assert_true(t.maybe_high);
    }
}

static void both_maps_are_the_same(void **state)
{
    (void)state;
    char bytes[64];
    uint32_t x = 7;
    for (int round = 0; round < 5000; round++) {
        uint64_t high = 0, wanted = 0, over = 0;
        for (int i = 0; i < 64; i++) {
            x = x * 1664525u + 1013904223u;
            bytes[i] = x >> 28 == 0   ? '"'
                       : x >> 28 == 1 ? '\\'
                       : x >> 28 == 2 ? "\0\x01!#[]\xa2\xdc"[x >> 25 & 7]
                                      : (char)(x >> 16 & 127);
            if (bytes[i] == '"' || bytes[i] == '\\')
                wanted |= (uint64_t)1 << i;
            over |= bytes[i] & 0x80;
        }
        assert_true(stm_json__map_scalar(bytes, &high) == wanted);
        assert_int_equal(high != 0, over != 0);
        high = 0;
        assert_true(stm_json__map(bytes, &high) == wanted);
        assert_int_equal(high != 0, over != 0);
    }
}

static void values_are_stepped_over(void **state)
{
    (void)state;
    static const char *const values[] = {
        "\"a \\\" b\"", "17", "-1.5e+3", "true",
        "null",         "{}", "[[]]",    "{\"a\": [\"]\", {}]}",
        "\"\\\\\""};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char json[100];
        stm_str raw;
        snprintf(json, sizeof json, "%s, next", values[i]);
        stm_json j = at_start(json);
        assert_true(stm_json__step(&j, &raw));
        assert_true(stm_str_eq(raw, stm_str_of(values[i])));
    }
}

static void a_million_brackets_are_stepped_over(void **state)
{
    (void)state;
    enum { DEEP = 1000000 };
    static char json[2 * DEEP + STM_JSON_SLACK];
    stm_str raw;
    memset(json, '[', DEEP);
    memset(json + DEEP, ']', DEEP);
    stm_json j = {.at = json, .end = json + 2 * DEEP};
    assert_true(stm_json__step(&j, &raw));
    assert_int_equal(raw.len, 2 * DEEP);
    j = (stm_json){.at = json, .end = json + 2 * DEEP - 1};
    assert_false(stm_json__step(&j, &raw));
    assert_string_equal(j.wrong, "brackets that are not closed");
}

static void a_raw_value_becomes_plain(void **state)
{
    (void)state;
    static char to[ROOM + STM_JSON_SLACK];
    stm_str raw = {padded("\"a\\nb\"", 6), 6};
    assert_true(stm_str_eq(stm_json__plain(raw, to), STM_LIT("a\nb")));
    assert_true(
        stm_str_eq(stm_json__plain(STM_LIT("-17"), to), STM_LIT("-17")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_are_resolved),
        cmocka_unit_test(strings_that_do_not_end_are_wrong),
        cmocka_unit_test(every_place_in_a_block_is_copied_right),
        cmocka_unit_test(bytes_over_127_are_noticed),
        cmocka_unit_test(both_maps_are_the_same),
        cmocka_unit_test(values_are_stepped_over),
        cmocka_unit_test(a_million_brackets_are_stepped_over),
        cmocka_unit_test(a_raw_value_becomes_plain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
