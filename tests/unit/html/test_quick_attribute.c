#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html/quick_attribute.h"

/* The value read from what follows a name, from memory that ends where it does,
 * and the bytes read; NULL where lexbor is to read it. */
static const char *value_of(const char *rest, bool wanted, size_t *read)
{
    static char room[100];
    size_t n = strlen(rest);
    lxb_char_t *copy = malloc(n + 1);
    memcpy(copy, rest, n + 1);
    copy = realloc(copy, n ? n : 1);
    stm_quick_attribute a = {.name = copy};
    const lxb_char_t *to = stm_html__quick_value(&a, copy, copy + n, wanted);
    *read = to ? (size_t)(to - copy) : 0;
    if (a.value)
        memcpy(room, a.value, a.value_length);
    room[a.value_length] = '\0';
    free(copy);
    return to ? room : NULL;
}

static void a_value_is_read_as_it_stands(void **state)
{
    (void)state;
    size_t n;
    assert_string_equal(value_of("=\"a b\" c", true, &n), "a b");
    assert_int_equal(n, 6);
    assert_string_equal(value_of(" = 'a>b'>", true, &n), "a>b");
    assert_string_equal(value_of("=a/b >", true, &n), "a/b");
    assert_int_equal(n, 4);
    assert_string_equal(value_of(" b", true, &n), "");
    assert_int_equal(n, 0);
}

static void what_is_not_plain_is_left(void **state)
{
    (void)state;
    size_t n;
    assert_null(value_of("='a\rb' ", true, &n));
    assert_null(value_of("='a&b", true, &n));
    assert_null(value_of("=a&b ", true, &n));
    assert_null(value_of("='a", true, &n));
    assert_null(value_of("=a", true, &n));
    assert_null(value_of("=", true, &n));
    assert_null(value_of("=>", true, &n));
    assert_null(value_of("", true, &n));
}

static void what_nobody_reads_may_hold_anything(void **state)
{
    (void)state;
    size_t n;
    assert_non_null(value_of("='a&amp;b' ", false, &n));
    assert_int_equal(n, 10);
}

static void a_value_with_references_is_marked(void **state)
{
    (void)state;
    size_t n;
    assert_string_equal(value_of("='a&amp;b' ", true, &n), "a&amp;b");
    assert_int_equal(n, 10);
    const lxb_char_t rest[] = "=\"a&b\" c=\"d\"";
    stm_quick_attribute a = {.name = rest};
    stm_html__quick_value(&a, rest, rest + sizeof rest - 1, true);
    assert_ptr_equal(a.amp, rest + 3);
    stm_html__quick_value(&a, rest, rest + sizeof rest - 1, false);
    assert_null(a.amp);
}

static void blanks_and_marks_are_found_alike(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 256; c++)
        for (size_t at = 0; at < 40; at++) {
            lxb_char_t text[80];
            memset(text, " \t\n"[c % 3], at);
            memset(text + at, 'a', sizeof text - at);
            text[at / 2] = (lxb_char_t)c;
            assert_ptr_equal(stm_html__blanks_end(text),
                             stm_html__blanks_end_scalar(text));
            assert_ptr_equal(
                stm_html__quick_mark(text, text + at, (lxb_char_t)c),
                stm_html__quick_mark_scalar(text, text + at, (lxb_char_t)c));
        }
}

static void a_name_ends_where_the_table_says(void **state)
{
    (void)state;
    for (unsigned c = 0; c < 256; c++)
        for (size_t length = 1; length < 40; length++)
            for (size_t at = 0; at < length; at += 5) {
                lxb_char_t name[40];
                memset(name, 'a', length);
                name[at] = (lxb_char_t)c;
                assert_ptr_equal(
                    stm_html__name_end(name, name + length),
                    stm_html__name_end_scalar(name, name + length));
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_value_is_read_as_it_stands),
        cmocka_unit_test(what_is_not_plain_is_left),
        cmocka_unit_test(what_nobody_reads_may_hold_anything),
        cmocka_unit_test(a_value_with_references_is_marked),
        cmocka_unit_test(blanks_and_marks_are_found_alike),
        cmocka_unit_test(a_name_ends_where_the_table_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
