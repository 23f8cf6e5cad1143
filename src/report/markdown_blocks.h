/* Paragraphs of a document as Markdown, each as its block has it. */
#ifndef STM_REPORT_MARKDOWN_BLOCKS_H
#define STM_REPORT_MARKDOWN_BLOCKS_H

#include "base/buf.h"
#include "report/content.h"

enum { STM_MARKDOWN_LEVELS = 8 /* of lists */ };

typedef struct stm_markdown {
    stm_buf buf;
    const stm_document *document;
    bool begun;                           /* something was written, */
    bool any;                             /* and last of it a paragraph: */
    stm_paragraph before;                 /* this one */
    unsigned columns;                     /* of the table under way, 0: none */
    unsigned fence;                       /* of the code under way, 0: none */
    unsigned level;                       /* of the item written last */
    unsigned number[STM_MARKDOWN_LEVELS]; /* of the last item of each level */
} stm_markdown;

bool stm_markdown__is_title(const stm_markdown *w, const stm_paragraph *p);

/* A blank line behind what was written. */
void stm_markdown__gap(stm_markdown *w);
void stm_markdown__repeat(stm_buf *b, const char *what, unsigned times);
/* Writes `p`; `walk` stands behind it, and may be looked ahead with. */
void stm_markdown__paragraph(stm_markdown *w, const stm_paragraph *p,
                             const stm_content *walk);
/* Ends what is open. */
void stm_markdown__end(stm_markdown *w);

#endif
