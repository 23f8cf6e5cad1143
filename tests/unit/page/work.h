/* The first steps of reading a page, for tests of single steps. */
#ifndef STM_TEST_PAGE_WORK_H
#define STM_TEST_PAGE_WORK_H

#include "read.h"

#include "page/byline.h"
#include "page/dateline.h"
#include "page/prepare.h"
#include "page/twice.h"

typedef struct steps {
    stm_words *words;
    stm_arena mem;
    stm_page_work work;
} steps;

/* Up to the marks of date lines and bylines. */
static inline void take_steps(steps *t, const char *text)
{
    *t = (steps){.words = NULL};
    stm_page_work *w = &t->work;
    w->mem = &t->mem;
    w->text = stm_str_of(text);
    w->title = w->byline = w->first_folded = STM_NO_SEGMENT;
    assert_int_equal(stm_words_scan(&t->words, w->text, NULL), STM_OK);
    w->language = stm_language_guess(t->words, (stm_span){0, t->words->count});
    assert_true(stm_page__prepare(w, t->words));
}

static inline void drop_steps(steps *t)
{
    stm_arena_free(&t->mem);
    stm_words_free(t->words);
}

/* The text of segment `i`. */
static inline bool segment_is(const steps *t, uint32_t i, const char *text)
{
    assert_true(i < t->work.segments.count);
    const stm_segment *s = &t->work.segments.items[i];
    return stm_str_eq(stm_str_cut(t->work.text, (stm_range){s->start, s->end}),
                      stm_str_of(text));
}

#endif
