#include "run/ordered.h"

#include <string.h>

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

/* What went out, and in how many calls. */
typedef struct taken {
    char bytes[256];
    size_t len;
    unsigned calls;
    stm_status answer;
} taken;

static stm_status take(void *user, const char *bytes, size_t len)
{
    taken *t = user;
    assert_true(t->len + len < sizeof t->bytes);
    memcpy(t->bytes + t->len, bytes, len);
    t->len += len;
    t->bytes[t->len] = '\0';
    t->calls++;
    return t->answer;
}

static void write_item(stm_ordered *o, size_t item, unsigned worker,
                       const char *text)
{
    stm_sink s = stm_ordered__open(o, item, worker);
    assert_int_equal(s.write(s.user, text, strlen(text)), STM_OK);
    stm_ordered__close(o, item);
}

static void pieces_come_out_in_order_of_the_items(void **state)
{
    stm_ordered o;
    taken t = {0};
    stm_sink out = {take, &t};
    (void)state;
    assert_int_equal(stm_ordered__start(&o, 2, NULL), STM_OK);
    assert_int_equal(stm_ordered__expect(&o, 4, NULL), STM_OK);
    write_item(&o, 2, 1, "three ");
    write_item(&o, 0, 0, "one ");
    write_item(&o, 3, 1, "four");
    write_item(&o, 1, 1, "two ");
    assert_int_equal(stm_ordered__write(&o, &out), STM_OK);
    assert_string_equal(t.bytes, "one two three four");
    stm_ordered__free(&o);
}

static void what_one_worker_wrote_goes_out_at_once(void **state)
{
    stm_ordered o;
    taken t = {0};
    stm_sink out = {take, &t};
    (void)state;
    assert_int_equal(stm_ordered__start(&o, 1, NULL), STM_OK);
    assert_int_equal(stm_ordered__expect(&o, 3, NULL), STM_OK);
    write_item(&o, 0, 0, "a");
    write_item(&o, 1, 0, "");
    write_item(&o, 2, 0, "b");
    assert_int_equal(stm_ordered__write(&o, &out), STM_OK);
    assert_string_equal(t.bytes, "ab");
    assert_int_equal(t.calls, 1);
    stm_ordered__free(&o);
}

static void an_item_that_nobody_wrote_is_nothing(void **state)
{
    stm_ordered o;
    taken t = {0};
    stm_sink out = {take, &t};
    (void)state;
    assert_int_equal(stm_ordered__start(&o, 1, NULL), STM_OK);
    assert_int_equal(stm_ordered__expect(&o, 3, NULL), STM_OK);
    write_item(&o, 0, 0, "a");
    write_item(&o, 2, 0, "b");
    assert_int_equal(stm_ordered__write(&o, &out), STM_OK);
    assert_string_equal(t.bytes, "ab");
    assert_int_equal(stm_ordered__expect(&o, 2, NULL), STM_OK);
    assert_int_equal(stm_ordered__write(&o, &out), STM_OK);
    assert_string_equal(t.bytes, "ab");
    stm_ordered__free(&o);
}

static void a_failure_of_the_sink_ends_the_writing(void **state)
{
    stm_ordered o;
    taken t = {.answer = STM_EIO};
    stm_sink out = {take, &t};
    (void)state;
    assert_int_equal(stm_ordered__start(&o, 2, NULL), STM_OK);
    assert_int_equal(stm_ordered__expect(&o, 2, NULL), STM_OK);
    write_item(&o, 0, 0, "a");
    write_item(&o, 1, 1, "b");
    assert_int_equal(stm_ordered__write(&o, &out), STM_EIO);
    assert_int_equal(t.calls, 1);
    stm_ordered__free(&o);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_come_out_in_order_of_the_items),
        cmocka_unit_test(what_one_worker_wrote_goes_out_at_once),
        cmocka_unit_test(an_item_that_nobody_wrote_is_nothing),
        cmocka_unit_test(a_failure_of_the_sink_ends_the_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
