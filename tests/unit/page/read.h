/* Pages of literals, for tests. */
#ifndef STM_TEST_PAGE_READ_H
#define STM_TEST_PAGE_READ_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <stemma/page.h>

#include "base/str.h"

typedef struct reading {
    stm_capture capture;
    stm_words *words;
    stm_page *page;
} reading;

static inline reading read_with(const char *text, const stm_page_opts *opts)
{
    reading r = {.words = NULL};
    r.capture.text = stm_str_of(text);
    assert_int_equal(stm_words_scan(&r.words, r.capture.text, NULL), STM_OK);
    assert_int_equal(
        stm_page_read(&r.page, &r.capture, NULL, r.words, opts, NULL), STM_OK);
    return r;
}

static inline reading read_page(const char *text)
{
    return read_with(text, NULL);
}

static inline void release(reading *r)
{
    stm_page_free(r->page);
    stm_words_free(r->words);
}

/* Whether `part`, which stands in the text, is all content. */
static inline bool is_kept(const reading *r, const char *part)
{
    size_t at = stm_str_find(r->capture.text, stm_str_of(part), 0);
    assert_int_not_equal(at, SIZE_MAX);
    for (size_t i = 0; i < r->page->content_count; i++)
        if (r->page->content[i].start <= at &&
            at + strlen(part) <= r->page->content[i].end)
            return true;
    return false;
}

/* The kind of furniture `part` is; STM_FURNITURE_KINDS where it is none. */
static inline stm_furniture_kind kind_of(const reading *r, const char *part)
{
    size_t at = stm_str_find(r->capture.text, stm_str_of(part), 0);
    assert_int_not_equal(at, SIZE_MAX);
    for (size_t i = 0; i < r->page->furniture_count; i++)
        if (r->page->furniture[i].at.start <= at &&
            at + strlen(part) <= r->page->furniture[i].at.end)
            return r->page->furniture[i].kind;
    return STM_FURNITURE_KINDS;
}

static inline bool is_gone(const reading *r, const char *part)
{
    return kind_of(r, part) != STM_FURNITURE_KINDS;
}

static inline void assert_title(const reading *r, const char *title)
{
    stm_str have = r->page->title;
    if (!title) {
        assert_null(have.ptr);
        return;
    }
    assert_non_null(have.ptr);
    assert_int_equal(have.len, strlen(title));
    assert_memory_equal(have.ptr, title, have.len);
}

static inline void assert_author(const reading *r, size_t i, const char *name)
{
    assert_true(i < r->page->author_count);
    stm_str have = r->page->authors[i];
    assert_int_equal(have.len, strlen(name));
    assert_memory_equal(have.ptr, name, have.len);
}

static inline void assert_date(const stm_date *d, const char *iso)
{
    char buf[32];
    stm_date_format(d, buf, sizeof buf);
    assert_string_equal(buf, iso);
}

#endif
