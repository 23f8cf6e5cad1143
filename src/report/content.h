/* The content of a document paragraph by paragraph. Of a page its blocks; of
 * plain text what stands between blank lines, and longer lines alone. */
#ifndef STM_REPORT_CONTENT_H
#define STM_REPORT_CONTENT_H

#include <stemma/run.h>

typedef struct stm_paragraph {
    stm_range at;           /* without blanks around it, never empty */
    const stm_block *block; /* NULL in plain text */
    bool continues; /* the paragraph before it, behind what was left out */
    bool close;     /* a mere line end parts it from the one before it */
} stm_paragraph;

typedef struct stm_content {
    const stm_document *document;
    size_t range, block; /* the next ones that are not yet passed */
    uint32_t at;         /* what lies before was given */
    uint32_t end;        /* of the paragraph given last */
} stm_content;

void stm_content__start(stm_content *c, const stm_document *d);
bool stm_content__next(stm_content *c, stm_paragraph *out);

#endif
