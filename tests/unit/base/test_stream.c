#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "base/stream.h"

static void memory_is_given_in_any_pieces(void **state)
{
    (void)state;
    stm_str all = STM_LIT("low tide at nine");
    for (size_t room = 1; room < 20; room++) {
        char to[32];
        size_t n = 0, got = 1;
        stm_stream *s;
        assert_int_equal(stm_stream_memory(&s, all, NULL), STM_OK);
        assert_int_equal(s->size, all.len);
        while (got) {
            assert_int_equal(s->read(s, to + n, room, &got, NULL), STM_OK);
            assert_true(got <= room);
            n += got;
            if (n + room > sizeof to)
                break;
        }
        assert_true(stm_str_eq((stm_str){to, n}, all));
        stm_stream_close(s);
    }
}

static void no_bytes_are_no_fault(void **state)
{
    (void)state;
    stm_stream *s;
    char to[1];
    size_t got = 1;
    assert_int_equal(stm_stream_memory(&s, STM_NONE, NULL), STM_OK);
    assert_int_equal(s->read(s, to, 1, &got, NULL), STM_OK);
    assert_int_equal(got, 0);
    stm_stream_close(s);
    stm_stream_close(NULL);
}

static void memory_can_be_read_again(void **state)
{
    (void)state;
    stm_stream *s;
    char to[4];
    size_t got;
    stm_error err;
    assert_int_equal(stm_stream_memory(&s, STM_LIT("tide"), NULL), STM_OK);
    s->read(s, to, 4, &got, NULL);
    assert_int_equal(s->seek(s, 2, NULL), STM_OK);
    assert_int_equal(s->read(s, to, 4, &got, NULL), STM_OK);
    assert_int_equal(got, 2);
    assert_memory_equal(to, "de", 2);
    assert_int_equal(s->seek(s, 5, &err), STM_EIO);
    assert_string_equal(err.message, "it ends before");
    stm_stream_close(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_given_in_any_pieces),
        cmocka_unit_test(no_bytes_are_no_fault),
        cmocka_unit_test(memory_can_be_read_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
