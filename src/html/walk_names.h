/* What the names of an element, and how it is shown, say. */
#ifndef STM_HTML_WALK_NAMES_H
#define STM_HTML_WALK_NAMES_H

#include <lexbor/html/html.h>

#include "html/hints.h"

/* Attributes that lexbor gives a number only where a page has them, else 0. */
typedef struct stm_html__name_ids {
    lxb_dom_attr_id_t role, hidden, aria_hidden;
} stm_html__name_ids;

typedef struct stm_html__named {
    uint32_t hints;
    uint32_t name; /* hash of element and class */
    bool hidden;
} stm_html__named;

void stm_html__find_name_ids(stm_html__name_ids *ids,
                             lxb_dom_document_t *document);

stm_html__named stm_html__names_of(stm_hint_words *hints,
                                   const stm_html__name_ids *ids,
                                   const lxb_dom_element_t *e);

#endif
