#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/buf.h"

/* A sink that keeps what it gets and refuses all after `limit` bytes. */
typedef struct tub {
    char bytes[20000];
    size_t len, limit;
    unsigned refused;
} tub;

static stm_status pour(void *user, const char *bytes, size_t len)
{
    tub *t = user;
    if (len > t->limit - t->len) {
        t->refused++;
        return STM_EIO;
    }
    memcpy(t->bytes + t->len, bytes, len);
    t->len += len;
    return STM_OK;
}

static void all_bytes_arrive_in_order(void **state)
{
    (void)state;
    static tub t;
    t = (tub){.limit = sizeof t.bytes};
    stm_sink sink = {pour, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    for (int i = 0; i < 1000; i++)
        stm_buf_format(&b, "%d,", i);
    stm_buf_text(&b, "end");
    stm_buf_str(&b, STM_NONE);
    assert_int_equal(stm_buf_end(&b), STM_OK);
    char *at = t.bytes;
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(strtol(at, &at, 10), i);
        assert_int_equal(*at++, ',');
    }
    assert_memory_equal(at, "end", 3);
    assert_ptr_equal(at + 3, t.bytes + t.len);
}

static void what_is_larger_than_the_buffer_goes_through(void **state)
{
    (void)state;
    static tub t;
    static char large[9000];
    t = (tub){.limit = sizeof t.bytes};
    memset(large, 'x', sizeof large);
    stm_sink sink = {pour, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_buf_text(&b, "<");
    stm_buf_put(&b, large, sizeof large);
    stm_buf_text(&b, ">");
    assert_int_equal(stm_buf_end(&b), STM_OK);
    assert_int_equal(t.len, sizeof large + 2);
    assert_int_equal(t.bytes[0], '<');
    assert_int_equal(t.bytes[t.len - 1], '>');
}

static void the_first_failure_sticks(void **state)
{
    (void)state;
    static tub t;
    t = (tub){.limit = 5000};
    stm_sink sink = {pour, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    for (int i = 0; i < 3000; i++)
        stm_buf_text(&b, "word ");
    assert_int_equal(stm_buf_end(&b), STM_EIO);
    assert_int_equal(t.refused, 1);
}

static void a_line_over_a_kibibyte_is_cut(void **state)
{
    (void)state;
    static tub t;
    t = (tub){.limit = sizeof t.bytes};
    stm_sink sink = {pour, &t};
    stm_buf b;
    stm_buf_start(&b, &sink);
    stm_buf_format(&b, "%05000d", 1);
    assert_int_equal(stm_buf_end(&b), STM_OK);
    assert_int_equal(t.len, 1023);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_bytes_arrive_in_order),
        cmocka_unit_test(what_is_larger_than_the_buffer_goes_through),
        cmocka_unit_test(the_first_failure_sticks),
        cmocka_unit_test(a_line_over_a_kibibyte_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
