#include "document.h"

static void a_document_is_one_line_with_all_members(void **state)
{
    stm_furniture menu = {{0, 4}, STM_FURNITURE_NAV};
    stm_conflict conflict = {STM_FACT_PUBLISHED, STM_ORIGIN_META,
                             STM_LIT("2031-05-02")};
    stm_str author = STM_LIT("Ada \"A\" Quill");
    made m;
    (void)state;
    make_text(&m, "Menu\nOne.\n");
    m.content[0].start = 5;
    m.content[0].end = 9;
    m.document.id = 3;
    m.document.words = 1;
    m.capture.record = STM_LIT("r-1");
    m.page.furniture = &menu;
    m.page.furniture_count = 1;
    m.page.conflicts = &conflict;
    m.page.conflict_count = 1;
    m.page.authors = &author;
    m.page.author_count = 1;
    m.page.site = STM_LIT("The Post");
    m.page.published.year = 2031;
    assert_written(
        stm_report_document_json, &m,
        "{\"schema\":\"stemma.extract/1\",\"id\":3,\"source\":\"a.txt\","
        "\"record\":\"r-1\",\"uri\":null,\"title\":null,"
        "\"authors\":[\"Ada \\\"A\\\" Quill\"],\"published\":\"2031\","
        "\"updated\":null,\"captured\":null,\"language\":null,\"words\":1,"
        "\"truncated\":false,\"content\":[{\"start\":5,\"end\":9}],"
        "\"furniture\":[{\"start\":0,\"end\":4,\"kind\":\"nav\"}],"
        "\"repeats\":[],\"site\":\"The Post\",\"canonical\":null,"
        "\"conflicts\":[{\"fact\":\"published\",\"value\":\"2031-05-02\","
        "\"origin\":\"meta\"}],\"charset\":null,\"replaced\":0,"
        "\"text\":\"Menu\\nOne.\\n\"}\n");
}

static void a_limit_is_told_only_where_one_was_hit(void **state)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    made m;
    (void)state;
    make_page(&m, "One.", "p");
    assert_int_equal(stm_report_document_json(&m.document, &sink, NULL),
                     STM_OK);
    assert_null(strstr(taken.bytes, "\"limit\""));
    m.html.limit = "too deep";
    assert_int_equal(stm_report_document_json(&m.document, &sink, NULL),
                     STM_OK);
    assert_non_null(strstr(taken.bytes, "\"limit\":\"too deep\""));
    free(taken.bytes);
}

static void a_sink_that_fails_is_an_error(void **state)
{
    taken_bytes taken = {.fail_after = 1};
    stm_sink sink = {take_bytes, &taken};
    stm_error err;
    made m;
    (void)state;
    make_text(&m, "one\n");
    assert_int_equal(stm_report_document_json(&m.document, &sink, &err),
                     STM_EIO);
    free(taken.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_one_line_with_all_members),
        cmocka_unit_test(a_limit_is_told_only_where_one_was_hit),
        cmocka_unit_test(a_sink_that_fails_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
