#include "facts_of.h"

#include "html/facts_json.h"

static void read_tree(stm_html__json_tree *t, const char *text)
{
    assert_true(stm_html__json_read(t, stm_str_of(text)));
    assert_true(t->count > 0);
}

/* The value of the member `key` of the first object. */
static void assert_member(const char *text, const char *key, const char *want)
{
    stm_html__json_tree t = {0};
    read_tree(&t, text);
    uint32_t first = t.items[0].child;
    assert_int_not_equal(first, 0);
    uint32_t i = stm_html__json_get(&t, first, key);
    if (want) {
        assert_int_not_equal(i, 0);
        assert_int_equal(t.items[i].value.len, strlen(want));
        assert_memory_equal(t.items[i].value.ptr, want, strlen(want));
    } else {
        assert_int_equal(i, 0);
    }
    stm_vec_free(&t);
}

static void members_are_found_by_their_key(void **state)
{
    (void)state;
    static const char text[] = "{\"a\": \"one\", \"b\": 2, \"c\": null}";
    assert_member(text, "a", "one");
    assert_member(text, "b", "2");
    assert_member(text, "c", "null");
    assert_member(text, "d", NULL);
}

static void lists_keep_their_order(void **state)
{
    (void)state;
    stm_html__json_tree t = {0};
    read_tree(&t, "[{\"a\":[\"x\",[\"y\"],\"z\"]}]");
    uint32_t list = t.items[0].child, object = t.items[list].child;
    uint32_t a = stm_html__json_get(&t, object, "a");
    uint32_t x = t.items[a].child, y = t.items[x].next, z = t.items[y].next;
    assert_memory_equal(t.items[x].value.ptr, "x", 1);
    assert_int_equal(t.items[y].kind, STM_JSON_ARRAY);
    assert_memory_equal(t.items[z].value.ptr, "z", 1);
    assert_int_equal(t.items[z].next, 0);
    stm_vec_free(&t);
}

static void damaged_json_gives_what_it_can(void **state)
{
    (void)state;
    assert_member("{\"a\": \"one\",, \"b\": \"two\",}", "b", "two");
    assert_member("{\"a\": \"one\" \n \"b\": \"two\"}", "b", NULL);
    assert_member("{\"a\": \"line\none\", \"b\": \"two\"}", "b", "two");
    assert_member("{\"a\": \"say \"hello\" now\", \"b\": \"two\"}", "a",
                  "say \"hello\" now");
    assert_member("/* c */ {\"a\": 1, // \"a\": 2\n \"b\": \"two\"}", "b",
                  "two");
    assert_member("<!-- //--> {\"a\": \"one\"} <!-- -->", "a", NULL);
    assert_member("{\"a\": {\"x\": 1, \"b\": [1, 2}, \"c\": \"three\"}", "c",
                  "three");
    assert_member("{\"a\": \"never ends", "a", "never ends");
    assert_member("}]}{\"a\": \"one\"", "a", "one");
}

static void depth_and_number_are_bounded(void **state)
{
    (void)state;
    enum { MANY = 200000 };
    char *text = malloc(MANY + 1);
    assert_non_null(text);
    memset(text, '[', MANY);
    text[MANY] = '\0';
    stm_html__json_tree t = {0};
    read_tree(&t, text);
    assert_true(t.count < 100);
    for (size_t i = 0; i < MANY; i += 2)
        memcpy(text + i, "1,", 2);
    read_tree(&t, text);
    assert_true(t.count <= 1 << 15);
    stm_vec_free(&t);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_are_found_by_their_key),
        cmocka_unit_test(lists_keep_their_order),
        cmocka_unit_test(damaged_json_gives_what_it_can),
        cmocka_unit_test(depth_and_number_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
