#include "document.h"

static void paragraphs_have_a_blank_line_between_them(void **state)
{
    made m;
    (void)state;
    make_text(&m, "one\n\n\ntwo\n\n");
    assert_written(stm_report_document_text, &m, "one\n\ntwo\n");
}

static void lists_hold_together(void **state)
{
    made m;
    (void)state;
    make_page(&m, "Head\n\none\ntwo\nADVERT\nthree\n\nend", "h1iiiip");
    m.content[0].end = 13;
    m.content[1] = (stm_range){21, (uint32_t)m.capture.text.len};
    m.page.content_count = 2;
    assert_written(stm_report_document_text, &m,
                   "Head\n\none\ntwo\nthree\n\nend\n");
}

static void several_documents_are_named(void **state)
{
    made m;
    (void)state;
    make_text(&m, "one\n");
    m.document.alone = false;
    assert_written(stm_report_document_text, &m, "==> a.txt <==\none\n");
    m.document.id = 7;
    m.capture.record = STM_LIT("x\x1b-3");
    assert_written(stm_report_document_text, &m, "\n==> a.txt, x-3 <==\none\n");
}

static void a_document_without_content_is_nothing(void **state)
{
    made m;
    (void)state;
    make_text(&m, "");
    m.page.content_count = 0;
    assert_written(stm_report_document_text, &m, "");
}

static void a_sink_that_fails_is_an_error(void **state)
{
    taken_bytes taken = {.fail_after = 1};
    stm_sink sink = {take_bytes, &taken};
    stm_error err;
    made m;
    (void)state;
    make_text(&m, "one\n\ntwo\n");
    assert_int_equal(stm_report_document_text(&m.document, &sink, &err),
                     STM_EIO);
    free(taken.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_have_a_blank_line_between_them),
        cmocka_unit_test(lists_hold_together),
        cmocka_unit_test(several_documents_are_named),
        cmocka_unit_test(a_document_without_content_is_nothing),
        cmocka_unit_test(a_sink_that_fails_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
