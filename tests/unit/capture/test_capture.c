#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include <stemma/capture.h>

#include "base/str.h"

static void a_capture_owns_copies_of_what_it_was_made_from(void **state)
{
    (void)state;
    char source[] = "memory", bytes[] = "The mill stands still.";
    stm_capture *c;
    assert_int_equal(stm_capture_from_bytes(&c, stm_str_of(source), bytes,
                                            strlen(bytes), NULL, NULL),
                     STM_OK);
    memset(source, 'x', sizeof source);
    memset(bytes, 'x', sizeof bytes);
    assert_true(stm_str_eq(c->source, STM_LIT("memory")));
    assert_true(stm_str_eq(c->text, STM_LIT("The mill stands still.")));
    assert_null(c->record.ptr);
    assert_null(c->uri.ptr);
    assert_null(c->captured.ptr);
    assert_null(c->charset.ptr);
    assert_int_equal(c->replaced, 0);
    stm_capture_free(c);
    stm_capture_free(NULL);
}

static void too_long_is_a_limit_error(void **state)
{
    (void)state;
    stm_capture_opts o = STM_CAPTURE_OPTS_INIT;
    stm_error err = {0};
    stm_capture *c;
    o.max_bytes = 5;
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("s"), "barley", 6, &o, &err),
        STM_ELIMIT);
    assert_null(c);
    assert_string_equal(err.message, "larger than 5 bytes, the limit for one "
                                     "text; split it into parts first");
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("s"), "wheat", 5, &o, &err), STM_OK);
    stm_capture_free(c);
}

static void what_is_not_text_is_a_format_error_with_its_reason(void **state)
{
    (void)state;
    stm_error err = {0};
    stm_capture *c;
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("s"), "%PDF-1.4", 8, NULL, &err),
        STM_EFORMAT);
    assert_null(c);
    assert_string_equal(err.message,
                        "a PDF document; save it as plain text first");
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("s"), NULL, 0, NULL, &err),
        STM_EFORMAT);
    assert_string_equal(err.message, "empty");
}

static void of_a_container_the_first_capture_is_given(void **state)
{
    (void)state;
    stm_capture *c;
    stm_str lines = STM_LIT("{\"text\": 1}\n{\"text\": \"low tide\"}\n"
                            "{\"text\": \"high tide\"}\n");
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("s"), lines.ptr,
                                            lines.len, NULL, NULL),
                     STM_OK);
    assert_true(stm_str_eq(c->text, STM_LIT("low tide")));
    assert_true(stm_str_eq(c->record, STM_LIT("2")));
    stm_capture_free(c);
}

static void a_container_without_a_text_is_a_format_error(void **state)
{
    (void)state;
    stm_error err = {0};
    stm_capture *c;
    stm_str archive = STM_LIT("WARC/1.0\r\nWARC-Type: warcinfo\r\n"
                              "Content-Length: 2\r\n\r\nok\r\n\r\n");
    assert_int_equal(stm_capture_from_bytes(&c, STM_LIT("s"), archive.ptr,
                                            archive.len, NULL, &err),
                     STM_EFORMAT);
    assert_null(c);
    assert_string_equal(err.message, "holds no text");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_capture_owns_copies_of_what_it_was_made_from),
        cmocka_unit_test(too_long_is_a_limit_error),
        cmocka_unit_test(what_is_not_text_is_a_format_error_with_its_reason),
        cmocka_unit_test(of_a_container_the_first_capture_is_given),
        cmocka_unit_test(a_container_without_a_text_is_a_format_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
