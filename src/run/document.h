/* A capture is read: markup -> readable text -> words -> page. */
#ifndef STM_RUN_DOCUMENT_H
#define STM_RUN_DOCUMENT_H

#include <stemma/page.h>

typedef struct stm_opened {
    stm_html *html; /* NULL for plain text */
    stm_words *words;
    stm_page *page;
} stm_opened;

/* All of it. `*reader` is the worker's own, made with its first page. What was
 * opened before a failure is kept in `out`, to be closed. */
stm_status stm_document__open(stm_opened *out, stm_html_reader **reader,
                              stm_capture *c, bool as_is, stm_error *err);
void stm_document__close(stm_opened *o);

/* The same for jobs that make no tokens of it: what the words of a page lack is
 * starts of sentences. */
stm_status stm_document__look(stm_opened *out, stm_html_reader **reader,
                              stm_capture *c, bool as_is, stm_error *err);

/* The same in two steps. The first gives a page its text and does nothing to
 * plain text; the second finds `o->html` there. */
stm_status stm_document__read(stm_html **out, stm_html_reader **reader,
                              stm_capture *c, stm_error *err);
stm_status stm_document__page(stm_opened *o, const stm_capture *c, bool as_is,
                              stm_error *err);

/* The content's tokens. `*maker` is the worker's own, like the reader. */
stm_status stm_document__text(stm_text **out, stm_text_maker **maker,
                              const stm_opened *o, stm_error *err);

/* How many of the words lie in the page's content. */
uint32_t stm_document__words(const stm_words *w, const stm_page *p);

/* What of a capture takes the most room: its markup or its text. */
stm_str stm_document__bytes(const stm_capture *c);

#endif
