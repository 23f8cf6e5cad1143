#include "facts_of.h"

#include "html/facts_clean.h"

static void assert_clean_as(const char *raw, size_t len,
                            stm_html__escapes escapes, const char *want)
{
    stm_arena mem = {0};
    stm_str out;
    assert_true(stm_html__clean(&out, &mem, (stm_str){raw, len}, escapes, 200));
    if (want) {
        assert_non_null(out.ptr);
        assert_string_equal(out.ptr, want);
        assert_int_equal(out.len, strlen(want));
    } else {
        assert_null(out.ptr);
    }
    stm_arena_free(&mem);
}

static void assert_clean(const char *raw, const char *want)
{
    assert_clean_as(raw, strlen(raw), STM_HTML__ESCAPES_NONE, want);
}

static void assert_json(const char *raw, const char *want)
{
    assert_clean_as(raw, strlen(raw), STM_HTML__ESCAPES_JSON, want);
}

static void blanks_are_folded(void **state)
{
    (void)state;
    assert_clean("  a \n\t b  ", "a b");
    assert_clean("a\u00a0\u00a0b", "a b");
    assert_clean(" \n ", NULL);
    assert_clean("", NULL);
    assert_clean_as("a\0b", 3, STM_HTML__ESCAPES_NONE, "a b");
}

static void references_are_resolved(void **state)
{
    (void)state;
    assert_clean("Q&amp;A &#8217; &#x2019; &nbsp; &eacute;",
                 "Q&A \u2019 \u2019 \u00e9");
    assert_clean("&#128512;", "\U0001f600");
    assert_clean("&#xd800;&#0;", "\ufffd&#0;");
    assert_clean("AT&T & co &unknown; &amp", "AT&T & co &unknown; &amp");
}

static void escapes_of_json_are_resolved(void **state)
{
    (void)state;
    assert_json("a\\n\\tb \\\"c\\\" d\\/e", "a b \"c\" d/e");
    assert_json("caf\\u00e9 \\ud83d\\ude00", "caf\u00e9 \U0001f600");
    assert_json("\\ud83d alone", "\ufffd alone");
    assert_json("x\\u12", "x 12");
    assert_json("end\\", "end\\");
    assert_json("Q\\u0026amp;A", "Q&A");
}

static void what_is_too_long_is_dropped(void **state)
{
    (void)state;
    char raw[202];
    memset(raw, 'x', sizeof raw);
    assert_clean_as(raw, 201, STM_HTML__ESCAPES_NONE, NULL);
    raw[200] = '\0';
    assert_clean_as(raw, 200, STM_HTML__ESCAPES_NONE, raw);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_folded),
        cmocka_unit_test(references_are_resolved),
        cmocka_unit_test(escapes_of_json_are_resolved),
        cmocka_unit_test(what_is_too_long_is_dropped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
