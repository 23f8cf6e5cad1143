/* Pages of literals, for tests. */
#ifndef STM_TEST_HTML_PAGE_H
#define STM_TEST_HTML_PAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <stemma/html.h>

#include "base/str.h"

typedef struct page {
    stm_html_reader *reader;
    stm_capture *capture;
    stm_html *html;
} page;

static inline page page_of(stm_str markup)
{
    page p;
    assert_int_equal(stm_html_reader_new(&p.reader, NULL), STM_OK);
    assert_int_equal(stm_capture_from_bytes(&p.capture, STM_LIT("page.html"),
                                            markup.ptr, markup.len, NULL, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&p.html, p.reader, p.capture, NULL), STM_OK);
    return p;
}

/* The page whose body is `body`. */
#define PAGE(body)                                                       \
    page_of(STM_LIT("<!doctype html><html><head><title>t</title></head>" \
                    "<body>" body "</body></html>"))

static inline void close_page(page *p)
{
    stm_html_free(p->html);
    stm_capture_free(p->capture);
    stm_html_reader_free(p->reader);
}

static inline void assert_text(const page *p, const char *text)
{
    assert_int_equal(p->capture->text.len, strlen(text));
    assert_memory_equal(p->capture->text.ptr, text, strlen(text));
}

/* The block whose text is `text`. */
static inline const stm_block *block_of(const page *p, const char *text)
{
    for (size_t i = 0; i < p->html->block_count; i++) {
        const stm_block *b = &p->html->blocks[i];
        if (stm_str_eq(stm_str_cut(p->capture->text, b->at), stm_str_of(text)))
            return b;
    }
    fail_msg("no block '%s'", text);
    return NULL;
}

#endif
