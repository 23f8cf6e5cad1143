#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html/quick_comment.h"

/* Bytes of the comment that `s` begins with, 0 for none; from memory that ends
 * where it does. */
static size_t length_of(const char *s)
{
    size_t n = strlen(s);
    lxb_char_t *copy = calloc(n, 1);
    memcpy(copy, s, n);
    const lxb_char_t *to = stm_html__comment_end(copy, copy + n);
    size_t length = to ? (size_t)(to - copy) : 0;
    free(copy);
    return length;
}

static void a_comment_ends_at_its_end(void **state)
{
    (void)state;
    assert_int_equal(length_of("<!-- a --> b"), 10);
    assert_int_equal(length_of("<!---->"), 7);
    assert_int_equal(length_of("<!-- > - -> --> -->"), 15);
    assert_int_equal(length_of("<!-- a --!> b"), 11);
    assert_int_equal(length_of("<!----!>"), 8);
}

static void hyphens_of_its_beginning_may_end_it(void **state)
{
    (void)state;
    assert_int_equal(length_of("<!-->a"), 5);
    assert_int_equal(length_of("<!--->a"), 6);
    assert_int_equal(length_of("<!--!>a-->"), 10);
    assert_int_equal(length_of("<!---!>a-->"), 11);
}

static void what_does_not_end_is_none(void **state)
{
    (void)state;
    assert_int_equal(length_of("<!-- a"), 0);
    assert_int_equal(length_of("<!--"), 0);
    assert_int_equal(length_of("<!doctype html>"), 0);
    assert_int_equal(length_of("<![CDATA[-->"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comment_ends_at_its_end),
        cmocka_unit_test(hyphens_of_its_beginning_may_end_it),
        cmocka_unit_test(what_does_not_end_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
