#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "base/str.h"
#include "capture/own.h"
#include "pack.h"

static void what_is_said_is_copied(void **state)
{
    (void)state;
    char source[] = "mill.warc", record[] = "7";
    stm_capture *c;
    stm_capture__about a = {.source = stm_str_of(source),
                            .record = stm_str_of(record),
                            .uri = STM_LIT("http://mill.example/"),
                            .captured = STM_LIT("2020-08-08"),
                            .dated = STM_LIT("8 August"),
                            .charset = STM_LIT("KOI8-R"),
                            .replaced = 3};
    assert_int_equal(
        stm_capture__new(&c, &a, pack_copy(STM_LIT("low tide")), NULL), STM_OK);
    memset(source, 'x', sizeof source);
    memset(record, 'x', sizeof record);
    assert_true(stm_str_eq(c->source, STM_LIT("mill.warc")));
    assert_true(stm_str_eq(c->record, STM_LIT("7")));
    assert_true(stm_str_eq(c->uri, STM_LIT("http://mill.example/")));
    assert_true(stm_str_eq(c->captured, STM_LIT("2020-08-08")));
    assert_true(stm_str_eq(c->dated, STM_LIT("8 August")));
    assert_true(stm_str_eq(c->charset, STM_LIT("KOI8-R")));
    assert_true(stm_str_eq(c->text, STM_LIT("low tide")));
    assert_null(c->markup.ptr);
    assert_int_equal(c->replaced, 3);
    stm_capture_free(c);
}

static void what_a_container_says_becomes_valid(void **state)
{
    (void)state;
    stm_capture *c;
    stm_capture__about a = {.source = STM_LIT("caf\xe9"),
                            .record = STM_LIT("\xff"),
                            .uri = STM_LIT("a\xc3\xa9\xc3\xe2\x82z\xe2\x82")};
    assert_int_equal(stm_capture__new(&c, &a, pack_copy(STM_LIT("x")), NULL),
                     STM_OK);
    assert_true(stm_str_eq(c->record, STM_LIT("?")));
    assert_true(stm_str_eq(c->uri, STM_LIT("aé???z??")));
    /* a path is what the system calls it */
    assert_true(stm_str_eq(c->source, STM_LIT("caf\xe9")));
    assert_null(c->captured.ptr);
    stm_capture_free(c);
}

static stm_status give(stm_capture *c, const char *text, stm_error *err)
{
    stm_bytes b = pack_copy(stm_str_of(text));
    return stm_capture_give_text(c, b.ptr, b.len, err);
}

static void a_page_gets_its_text_once(void **state)
{
    (void)state;
    stm_capture *c;
    stm_error err;
    stm_capture__about a = {.source = STM_LIT("page")};
    assert_int_equal(
        stm_capture__new_page(&c, &a, pack_copy(STM_LIT("<p>tide")), NULL),
        STM_OK);
    assert_null(c->text.ptr);
    assert_true(stm_str_eq(c->markup, STM_LIT("<p>tide")));
    assert_int_equal(give(c, "tide", &err), STM_OK);
    assert_true(stm_str_eq(c->text, STM_LIT("tide")));
    assert_int_equal(give(c, "two", &err), STM_EARG);
    assert_true(stm_str_eq(c->text, STM_LIT("tide")));
    stm_capture_drop_markup(c);
    assert_null(c->markup.ptr);
    assert_true(stm_str_eq(c->text, STM_LIT("tide")));
    stm_capture_free(c);
}

static void a_page_without_a_word_has_an_empty_text(void **state)
{
    (void)state;
    stm_capture *c;
    stm_capture__about a = {.source = STM_LIT("page")};
    assert_int_equal(
        stm_capture__new_page(&c, &a, pack_copy(STM_LIT("<p>")), NULL), STM_OK);
    assert_int_equal(stm_capture_give_text(c, NULL, 0, NULL), STM_OK);
    assert_non_null(c->text.ptr);
    assert_int_equal(c->text.len, 0);
    stm_capture_free(c);
    stm_capture_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_said_is_copied),
        cmocka_unit_test(what_a_container_says_becomes_valid),
        cmocka_unit_test(a_page_gets_its_text_once),
        cmocka_unit_test(a_page_without_a_word_has_an_empty_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
