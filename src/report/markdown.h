/* Captured text as Markdown (CommonMark with the tables of GitHub): what would
 * be read as markup is escaped. */
#ifndef STM_REPORT_MARKDOWN_H
#define STM_REPORT_MARKDOWN_H

#include "base/buf.h"

/* Where a text goes, on which it depends what of it would be markup. */
typedef enum stm_markdown_place {
    STM_MARKDOWN_LINE, /* a line of its own, or several */
    STM_MARKDOWN_INSIDE,
    STM_MARKDOWN_CELL /* of a table */
} stm_markdown_place;

/* `s` is UTF-8; control characters are left out. */
void stm_markdown__put(stm_buf *b, stm_str s, stm_markdown_place place);

/* Backquotes that a fence around `s` needs: more than stand together in it, and
 * three at least. */
unsigned stm_markdown__fence(stm_str s);

#endif
