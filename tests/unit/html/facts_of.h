/* The facts of pages of literals, for tests. */
#ifndef STM_TEST_HTML_FACTS_OF_H
#define STM_TEST_HTML_FACTS_OF_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <stemma/html.h>

#include "base/str.h"
#include "capture/own.h"

typedef struct facts_of {
    stm_html_reader *reader;
    stm_capture *capture;
    stm_html *html;
} facts_of;

static inline facts_of read_bytes(const char *bytes, size_t len)
{
    facts_of f = {NULL, NULL, NULL};
    stm_capture__about about = {.source = STM_LIT("page.html")};
    stm_bytes markup = {malloc(len + 1), len};
    assert_non_null(markup.ptr);
    memcpy(markup.ptr, bytes, len);
    assert_int_equal(stm_html_reader_new(&f.reader, NULL), STM_OK);
    assert_int_equal(stm_capture__new_page(&f.capture, &about, markup, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&f.html, f.reader, f.capture, NULL), STM_OK);
    return f;
}

static inline facts_of read_facts(const char *markup)
{
    return read_bytes(markup, strlen(markup));
}

static inline void drop_facts(facts_of *f)
{
    stm_html_free(f->html);
    stm_capture_free(f->capture);
    stm_html_reader_free(f->reader);
}

/* The `nth` fact (from 0) of a kind and origin, NULL for none. */
static inline const stm_fact *fact(const facts_of *f, stm_fact_kind kind,
                                   stm_fact_origin origin, unsigned nth)
{
    for (size_t i = 0; i < f->html->fact_count; i++)
        if (f->html->facts[i].kind == kind &&
            f->html->facts[i].origin == origin && !nth--)
            return &f->html->facts[i];
    return NULL;
}

static inline void assert_fact(const facts_of *f, stm_fact_kind kind,
                               stm_fact_origin origin, unsigned nth,
                               const char *value)
{
    const stm_fact *x = fact(f, kind, origin, nth);
    assert_non_null(x);
    assert_int_equal(x->value.len, strlen(value));
    assert_memory_equal(x->value.ptr, value, x->value.len);
}

#endif
