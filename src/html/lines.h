/* The readable text under construction: a block a line, blanks folded. */
#ifndef STM_HTML_LINES_H
#define STM_HTML_LINES_H

#include <stemma/html.h>

#include "base/vec.h"

typedef struct stm_html__lines {
    STM_VEC(char) text;
    STM_VEC(stm_block) blocks;
    stm_block next;  /* what the line under way will be, */
    bool open;       /* if there is one */
    bool blank;      /* a blank is due before the next word */
    unsigned breaks; /* line ends due before the next line: 1 or 2 */
    size_t bar;      /* length of the text behind the last bar between cells */
} stm_html__lines;

void stm_html__lines_reset(stm_html__lines *l);
void stm_html__lines_free(stm_html__lines *l);

/* Ends the line under way and asks for so many line ends before the next. */
bool stm_html__lines_end(stm_html__lines *l, unsigned breaks);

/* Adds text; `as` says what a line that it opens is (its range apart). Blanks
 * are folded. False when out of memory. */
bool stm_html__lines_add(stm_html__lines *l, stm_str text, const stm_block *as,
                         bool linked);

/* The same for a line, or a part of one, with its blanks as they are. */
bool stm_html__lines_add_pre(stm_html__lines *l, stm_str line,
                             const stm_block *as, bool linked);

enum { STM_CELL_BAR = 3 /* bytes between cells */ };
/* A longer cell of a table ends its line. */
enum { STM_SHORT_CELL = 60 /* bytes */ };
/* Ends a short one: its neighbour follows on the same line. */
bool stm_html__lines_end_cell(stm_html__lines *l);

#endif
