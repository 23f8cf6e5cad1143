/* A document made by hand, and what a report writes of it. */
#ifndef STM_TEST_REPORT_DOCUMENT_H
#define STM_TEST_REPORT_DOCUMENT_H

#include <stemma/report.h>

#include "base/str.h"
#include "sink.h"

#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

enum { MADE_BLOCKS = 16 };

typedef struct made {
    stm_capture capture;
    stm_page page;
    stm_html html;
    stm_block blocks[MADE_BLOCKS];
    stm_range content[MADE_BLOCKS];
    stm_document document;
} made;

/* Plain text, all of it content. */
static inline void make_text(made *m, const char *text)
{
    memset(m, 0, sizeof *m);
    m->capture.source = STM_LIT("a.txt");
    m->capture.text = stm_str_of(text);
    m->content[0] = (stm_range){0, (uint32_t)m->capture.text.len};
    m->page.content = m->content;
    m->page.content_count = 1;
    m->page.published.hour = m->page.updated.hour = -1;
    m->page.published.minute = m->page.updated.minute = -1;
    m->page.published.second = m->page.updated.second = -1;
    m->page.published.zone = m->page.updated.zone = STM_NO_ZONE;
    m->document =
        (stm_document){.capture = &m->capture, .page = &m->page, .alone = true};
}

static inline stm_block_kind kind_of(char letter)
{
    switch (letter) {
    case 'h':
        return STM_BLOCK_HEADING;
    case 'i':
    case 'o':
        return STM_BLOCK_ITEM;
    case 'c':
        return STM_BLOCK_CELL;
    case 'q':
        return STM_BLOCK_QUOTE;
    case 'k':
        return STM_BLOCK_CODE;
    default:
        return STM_BLOCK_PARAGRAPH;
    }
}

/* A page: each line of `text` with a word in it is a block of the kind in
 * `kinds`: p paragraph, h heading, i item, o item with a number, c cells,
 * q quotation, k code. A digit behind it is its level. */
static inline void make_page(made *m, const char *text, const char *kinds)
{
    make_text(m, text);
    for (uint32_t from = 0, to; text[from]; from = to + (text[to] != 0)) {
        to = from + (uint32_t)strcspn(text + from, "\n");
        if (to == from)
            continue;
        stm_block *b = &m->blocks[m->html.block_count++];
        b->at = (stm_range){from + (uint32_t)strspn(text + from, " "), to};
        b->ordered = *kinds == 'o';
        b->kind = (uint8_t)kind_of(*kinds++);
        if (*kinds >= '1' && *kinds <= '9')
            b->level = (uint8_t)(*kinds++ - '0');
    }
    m->html.blocks = m->blocks;
    m->document.html = &m->html;
}

/* What `write` says of the document is `expected`. */
static inline void assert_written(stm_document_fn *write, const made *m,
                                  const char *expected)
{
    taken_bytes taken = {0};
    stm_sink sink = {take_bytes, &taken};
    assert_int_equal(write(&m->document, &sink, NULL), STM_OK);
    assert_string_equal(taken.bytes ? taken.bytes : "", expected);
    free(taken.bytes);
}

#endif
