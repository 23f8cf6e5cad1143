#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "capture/json.h"

enum { LONGEST = 700, OFFSETS = 64 };

/* A string under way, and what became of it. */
typedef struct copied {
    char to[LONGEST + STM_JSON_SLACK];
    stm_json_text text;
    stm_json json;
    bool ok;
} copied;

static void copy(copied *c, const char *from, const char *end,
                 stm_json_blocks *blocks)
{
    c->json = (stm_json){.at = from, .end = end, .blocks = blocks};
    c->text = (stm_json_text){.to = c->to};
    c->ok = stm_json__copy(&c->json, &c->text);
}

/* With the fastest blocks of this processor and without, the same comes out. */
static void check(const char *from, const char *end)
{
    static copied plain, fast;
    copy(&plain, from, end, NULL);
    copy(&fast, from, end, stm_json__blocks_pick());
    assert_int_equal(plain.ok, fast.ok);
    assert_ptr_equal(plain.json.at, fast.json.at);
    assert_ptr_equal(plain.json.wrong, fast.json.wrong);
    assert_int_equal(plain.text.lone, fast.text.lone);
    if (!plain.ok)
        return;
    assert_int_equal(plain.text.len, fast.text.len);
    assert_memory_equal(plain.to, fast.to, plain.text.len);
    bool high = false;
    for (size_t i = 0; i < fast.text.len; i++)
        high = high || (fast.to[i] & 0x80);
    assert_true(fast.text.maybe_high || !high);
}

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* Fills [p, end) with what strings are made of, `odd` in a thousand of it
 * other than plain letters. */
static void fill(char *p, const char *end, uint32_t odd, uint32_t *seed)
{
    static const char *const pieces[] = {
        "\\n",          "\\\\",     "\\\"",
        "\\/",          "\\t",      "\\b\\f\\r",
        "\\\\\\\\\\\\", "\\u00e9",  "\\ud83d\\ude00",
        "\\ud83d",      "\xc3\xa9", "\xe2\x82\xac",
        "\"",           "\\x",      "\\\xc3",
        "\\",           "\\u12"};
    enum { PIECES = sizeof pieces / sizeof *pieces };
    while (p < end) {
        bool plain = next(seed) % 1000 >= odd;
        /* the last ones end or break a string, and come seldom */
        uint32_t k = next(seed) % (next(seed) % 8 ? PIECES - 5 : PIECES);
        const char *piece = plain ? "w" : pieces[k];
        size_t n = strlen(piece), room = (size_t)(end - p);
        n = n < room ? n : room;
        memcpy(p, piece, n);
        p += n;
    }
}

static void strings_are_copied_the_same_with_blocks(void **state)
{
    (void)state;
    static char bytes[OFFSETS + LONGEST + 2 + STM_JSON_SLACK];
    uint32_t seed = 3;
    for (unsigned round = 0; round < 20000; round++) {
        char *from = bytes + next(&seed) % OFFSETS;
        size_t n = next(&seed) % (LONGEST - 2);
        static const uint32_t odd[] = {0, 20, 100, 500, 1000};
        *from = '"';
        fill(from + 1, from + 1 + n, odd[round % 5], &seed);
        memset(from + 1 + n, '"', STM_JSON_SLACK);
        check(from, from + 1 + n + round % 2);
    }
}

static void every_run_of_backslashes_is_told_apart(void **state)
{
    (void)state;
    static char bytes[3 * 64 + STM_JSON_SLACK];
    for (size_t at = 1; at < 130; at++)
        for (size_t n = 0; n < 9; n++) {
            memset(bytes, 'a', sizeof bytes);
            bytes[0] = '"';
            memset(bytes + at, '\\', n);
            bytes[at + n] = 'n';
            bytes[190] = '"';
            check(bytes, bytes + 191);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_copied_the_same_with_blocks),
        cmocka_unit_test(every_run_of_backslashes_is_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
