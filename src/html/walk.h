/* A parsed page as readable text, blocks, boxes and facts. */
#ifndef STM_HTML_WALK_H
#define STM_HTML_WALK_H

#include <lexbor/html/html.h>

#include "html/facts.h"
#include "html/hints.h"
#include "html/lines.h"
#include "html/walk_names.h"

/* An element whose end has not been reached. */
typedef struct stm_html__open stm_html__open;

typedef struct stm_html__walk {
    stm_hint_words hints;
    stm_html__lines lines;
    stm_html__facts facts;
    STM_VEC(stm_box) boxes;
    STM_VEC(stm_html__open) open;
    stm_html__name_ids ids; /* in this page */
} stm_html__walk;

/* Walks all of the document; values of facts are copied into `mem`. False when
 * out of memory. */
bool stm_html__walk_page(stm_html__walk *w, lxb_dom_document_t *document,
                         stm_arena *mem);

void stm_html__walk_free(stm_html__walk *w);

#endif
