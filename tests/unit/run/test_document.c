#include "run/document.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static const char page[] =
    "Menu\nHome\nNews\n\nThe ferry is late again\n\nBy Ada Quill\n\nThe ferry "
    "to the islands was late again on Friday, for the third time this month, "
    "and nobody on the quay could say why.\n";

static stm_capture *capture_of(const char *text)
{
    stm_capture *c;
    stm_str s = stm_str_of(text);
    assert_int_equal(
        stm_capture_from_bytes(&c, STM_LIT("a.txt"), s.ptr, s.len, NULL, NULL),
        STM_OK);
    return c;
}

static void words_of_the_content_are_as_many_as_its_tokens(void **state)
{
    stm_capture *c = capture_of(page);
    stm_html_reader *reader = NULL;
    stm_opened o;
    stm_text_maker *maker = NULL;
    stm_text *text;
    (void)state;
    assert_int_equal(stm_document__open(&o, &reader, c, false, NULL), STM_OK);
    assert_int_equal(stm_document__text(&text, &maker, &o, NULL), STM_OK);
    assert_true(text->count < o.words->count);
    assert_int_equal(stm_document__words(o.words, o.page), text->count);
    stm_text_free(text);
    stm_text_maker_free(maker);
    stm_document__close(&o);
    stm_capture_free(c);
}

static void as_is_every_word_is_content(void **state)
{
    stm_capture *c = capture_of(page);
    stm_html_reader *reader = NULL;
    stm_opened o;
    (void)state;
    assert_int_equal(stm_document__open(&o, &reader, c, true, NULL), STM_OK);
    assert_int_equal(stm_document__words(o.words, o.page), o.words->count);
    stm_document__close(&o);
    stm_capture_free(c);
}

static void plain_text_needs_no_reader_of_pages(void **state)
{
    stm_capture *c = capture_of(page);
    stm_html_reader *reader = NULL;
    stm_opened o;
    (void)state;
    assert_int_equal(stm_document__open(&o, &reader, c, false, NULL), STM_OK);
    assert_null(o.html);
    assert_null(reader);
    stm_document__close(&o);
    stm_capture_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_the_content_are_as_many_as_its_tokens),
        cmocka_unit_test(as_is_every_word_is_content),
        cmocka_unit_test(plain_text_needs_no_reader_of_pages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
