#include "run/listing.h"

#include <stdio.h>
#include <string.h>

#include "base/str.h"
#include "folder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static void pairs_come_in_order_and_share_their_ids(void **state)
{
    stm_listing l;
    (void)state;
    folder_text("list", "b\ta\na\tb\n\nb\tc d\r\n");
    assert_int_equal(stm_listing__read(&l, "list", NULL), STM_OK);
    assert_int_equal(l.pairs.count, 3);
    assert_int_equal(l.ids.count, 3);
    assert_true(stm_str_eq(l.ids.items[l.pairs.items[0].a], STM_LIT("b")));
    assert_true(stm_str_eq(l.ids.items[l.pairs.items[0].b], STM_LIT("a")));
    assert_int_equal(l.pairs.items[0].a, l.pairs.items[1].b);
    assert_true(stm_str_eq(l.ids.items[l.pairs.items[2].b], STM_LIT("c d")));
    stm_listing__free(&l);
}

static void ids_are_found_and_others_are_not(void **state)
{
    stm_listing l;
    (void)state;
    folder_text("list", "b\ta");
    assert_int_equal(stm_listing__read(&l, "list", NULL), STM_OK);
    assert_int_equal(stm_listing__find(&l, STM_LIT("a")), l.pairs.items[0].b);
    assert_int_equal(stm_listing__find(&l, STM_LIT("ab")), STM_LISTING_NONE);
    assert_int_equal(stm_listing__find(&l, STM_LIT("")), STM_LISTING_NONE);
    stm_listing__free(&l);
}

static void an_empty_list_has_no_ids(void **state)
{
    stm_listing l;
    (void)state;
    folder_text("list", "\n\n");
    assert_int_equal(stm_listing__read(&l, "list", NULL), STM_OK);
    assert_int_equal(l.pairs.count, 0);
    assert_int_equal(stm_listing__find(&l, STM_LIT("a")), STM_LISTING_NONE);
    stm_listing__free(&l);
}

static void many_ids_keep_their_numbers(void **state)
{
    enum { MANY = 5000 };
    static char text[MANY * 16];
    size_t len = 0;
    stm_listing l;
    (void)state;
    for (int i = 0; i < MANY; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%d\tx%d\n", i,
                                i % 7);
    folder_text("list", text);
    assert_int_equal(stm_listing__read(&l, "list", NULL), STM_OK);
    assert_int_equal(l.ids.count, MANY + 7);
    for (int i = 0; i < MANY; i++) {
        char id[16];
        size_t n = (size_t)snprintf(id, sizeof id, "%d", i);
        assert_int_equal(stm_listing__find(&l, (stm_str){id, n}),
                         l.pairs.items[i].a);
    }
    stm_listing__free(&l);
}

static void a_line_that_is_no_pair_is_named_with_its_place(void **state)
{
    static const char *const wrong[] = {"a\tb\nc\n", "a\tb\n\tc\n",
                                        "a\tb\nc\t\n"};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        stm_listing l;
        stm_error err;
        folder_text("list", wrong[i]);
        assert_int_equal(stm_listing__read(&l, "list", &err), STM_EFORMAT);
        assert_int_equal(err.offset, 4);
        assert_non_null(strstr(err.message, "list, byte 4"));
    }
}

static void a_list_that_is_not_there_is_named(void **state)
{
    stm_listing l;
    stm_error err;
    (void)state;
    assert_int_equal(stm_listing__read(&l, "gone", &err), STM_EIO);
    assert_non_null(strstr(err.message, "gone: "));
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_enter, folder_leave)

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_FOLDER(pairs_come_in_order_and_share_their_ids),
        IN_FOLDER(ids_are_found_and_others_are_not),
        IN_FOLDER(an_empty_list_has_no_ids),
        IN_FOLDER(many_ids_keep_their_numbers),
        IN_FOLDER(a_line_that_is_no_pair_is_named_with_its_place),
        IN_FOLDER(a_list_that_is_not_there_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
