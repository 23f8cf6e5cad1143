/* What pages of literal markup say of themselves, for tests. */
#ifndef STM_TEST_PAGE_SAID_H
#define STM_TEST_PAGE_SAID_H

#include "read.h"

#include <stdio.h>

#include "capture/own.h"

typedef struct said {
    stm_html_reader *reader;
    stm_capture *capture;
    stm_html *html;
    stm_words *words;
    stm_page *page;
} said;

/* Absent members of `about` may stay so. */
static inline said read_about(const char *markup, stm_capture__about about)
{
    said s = {NULL, NULL, NULL, NULL, NULL};
    size_t n = strlen(markup);
    stm_bytes bytes = {malloc(n + 1), n};
    assert_non_null(bytes.ptr);
    memcpy(bytes.ptr, markup, n);
    about.source = STM_LIT("page.html");
    assert_int_equal(stm_html_reader_new(&s.reader, NULL), STM_OK);
    assert_int_equal(stm_capture__new_page(&s.capture, &about, bytes, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&s.html, s.reader, s.capture, NULL), STM_OK);
    assert_int_equal(stm_words_scan(&s.words, s.capture->text, NULL), STM_OK);
    assert_int_equal(
        stm_page_read(&s.page, s.capture, s.html, s.words, NULL, NULL), STM_OK);
    return s;
}

static inline said read_markup(const char *markup)
{
    return read_about(markup, (stm_capture__about){.replaced = 0});
}

static inline void drop_said(said *s)
{
    stm_page_free(s->page);
    stm_words_free(s->words);
    stm_html_free(s->html);
    stm_capture_free(s->capture);
    stm_html_reader_free(s->reader);
}

static inline void assert_str(stm_str have, const char *want)
{
    if (!want) {
        assert_null(have.ptr);
        return;
    }
    assert_non_null(have.ptr);
    assert_int_equal(have.len, strlen(want));
    assert_memory_equal(have.ptr, want, have.len);
}

static inline void assert_published(const said *s, const char *iso)
{
    assert_date(&s->page->published, iso);
}

/* The authors, ", " between them. */
static inline void assert_authors(const said *s, const char *want)
{
    char have[300] = "";
    size_t n = 0;
    for (size_t i = 0; i < s->page->author_count; i++) {
        stm_str name = s->page->authors[i];
        assert_true(n + name.len + 3 < sizeof have);
        n += (size_t)snprintf(have + n, sizeof have - n, "%s%.*s",
                              i ? ", " : "", (int)name.len, name.ptr);
    }
    assert_string_equal(have, want);
}

/* Whether a statement of this kind and value was not believed. */
static inline bool is_doubted(const said *s, stm_fact_kind kind,
                              const char *value)
{
    for (size_t i = 0; i < s->page->conflict_count; i++)
        if (s->page->conflicts[i].kind == kind &&
            stm_str_eq(s->page->conflicts[i].value, stm_str_of(value)))
            return true;
    return false;
}

/* Some text, so that a page has a body. */
#define SAID_TEXT                                                            \
    "<p>The old bridge over the river has been open again since yesterday, " \
    "and people are very happy about it. They had waited for two years.</p>" \
    "<p>The work cost more than was planned, for the water was high in the " \
    "spring and the builders had to stop for weeks. Nobody was hurt.</p>"    \
    "<p>On the first evening the bands of both towns played in the middle, " \
    "and the mayors shook hands. The last boat has been sold.</p>"

#endif
