/* Where on a page a statement stands. */
#ifndef STM_PAGE_FACTS_PLACE_H
#define STM_PAGE_FACTS_PLACE_H

#include "page/work.h"

typedef enum stm_place_kind {
    STM_AT_NOWHERE, /* in the head of the document */
    STM_AT_ABOVE,   /* before the headline */
    STM_AT_HEAD,    /* between the headline and the main text, or near it */
    STM_AT_BODY,    /* in the main text */
    STM_AT_END,     /* right behind it */
    STM_AT_BEHIND,
    STM_AT_PLACES
} stm_place_kind;

typedef struct stm_where {
    uint8_t place; /* stm_place_kind */
    bool aside;    /* in an element that holds other things: menus, comments,
                      teasers */
    bool card;     /* in one of a row of likes */
    bool comment;  /* in what a reader wrote below it */
} stm_where;

/* The landmarks of a page, in bytes of its text. */
typedef struct stm_places {
    const stm_html *html;
    uint32_t title, title_end, body, end;
} stm_places;

/* Needs title and body; `html` may be NULL. */
stm_places stm_page__places(const stm_page_work *w, const stm_html *html);
stm_where stm_page__where(const stm_places *p, stm_range at);

#endif
