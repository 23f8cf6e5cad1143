/* Pages of literals in HTML up to their segments, for tests. */
#ifndef STM_TEST_PAGE_MARKUP_H
#define STM_TEST_PAGE_MARKUP_H

#include "work.h"

typedef struct marked {
    stm_html_reader *reader;
    stm_capture *capture;
    stm_html *html;
    steps steps;
} marked;

static inline void take_markup(marked *m, const char *markup)
{
    stm_page_work *w = &m->steps.work;
    *m = (marked){NULL};
    w->mem = &m->steps.mem;
    w->title = w->byline = w->first_folded = STM_NO_SEGMENT;
    assert_int_equal(stm_html_reader_new(&m->reader, NULL), STM_OK);
    assert_int_equal(stm_capture_from_bytes(&m->capture, STM_LIT("page"),
                                            markup, strlen(markup), NULL, NULL),
                     STM_OK);
    assert_int_equal(stm_html_read(&m->html, m->reader, m->capture, NULL),
                     STM_OK);
    w->html = m->html;
    w->text = m->capture->text;
    assert_int_equal(stm_words_scan(&m->steps.words, w->text, NULL), STM_OK);
    w->language = "";
    assert_true(stm_page__prepare(w, m->steps.words));
}

static inline void drop_markup(marked *m)
{
    drop_steps(&m->steps);
    stm_html_free(m->html);
    stm_capture_free(m->capture);
    stm_html_reader_free(m->reader);
}

#endif
