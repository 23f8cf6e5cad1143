/* A column of coloured text, wrapped to a width: what the terminal views are
 * put together from. */
#ifndef STM_REPORT_CELL_H
#define STM_REPORT_CELL_H

#include <stemma/base.h>

#include "base/buf.h"
#include "base/vec.h"
#include "report/glyph.h"

typedef enum stm_style {
    STM_STYLE_PLAIN,
    STM_STYLE_NAME, /* of a capture */
    STM_STYLE_HEADING,
    STM_STYLE_DIM,  /* what matters less */
    STM_STYLE_LOST, /* an ancestor nobody has */
    STM_STYLE_VERBATIM,
    STM_STYLE_EDITED,
    STM_STYLE_SPUN,
    STM_STYLE_CHANGED,  /* words that differ */
    STM_STYLE_REPLACED, /* words that differ by a learned substitution */
    STM_STYLES
} stm_style;

typedef struct stm_cell_glyph {
    stm_glyph glyph;
    stm_style style;
} stm_cell_glyph;

typedef struct stm_cell_line {
    size_t from, to; /* bytes */
    unsigned cols;
} stm_cell_line;

/* Lines carry their own colours, each ends without one. `failed` sticks when
 * memory runs out. */
typedef struct stm_cell {
    STM_VEC(char) bytes;
    STM_VEC(stm_cell_line) lines;
    STM_VEC(stm_cell_glyph) open; /* not yet on a line */
    unsigned width, open_cols;
    bool colour, failed;
} stm_cell;

void stm_cell__start(stm_cell *c, unsigned width, bool colour);
/* Captured or own text; ends of lines in it count as spaces. */
void stm_cell__add(stm_cell *c, stm_style style, stm_str text);
void stm_cell__word(stm_cell *c, stm_style style, const char *text);
/* Ends the line. */
void stm_cell__break(stm_cell *c);
/* Ends the last line; forgets all of it at the next stm_cell__start. */
void stm_cell__end(stm_cell *c);
void stm_cell__free(stm_cell *c);

/* Puts line `i`, or nothing where there is none; returns its columns. */
unsigned stm_cell__put(const stm_cell *c, size_t i, stm_buf *out);
/* Puts all lines: the first behind what stands on the line already, the others
 * behind `indent` (counted as `cols` columns wide by whoever set the width). */
void stm_cell__put_all(const stm_cell *c, stm_str indent, stm_buf *out);

/* Colour on and off around what is put by hand. */
void stm_style__on(stm_buf *out, stm_style style, bool colour);
void stm_style__off(stm_buf *out, stm_style style, bool colour);

#endif
