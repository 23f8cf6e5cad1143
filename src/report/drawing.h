/* The tree as a drawing: cards for the texts, arrows between them. Who puts the
 * cards where (html_tree.c, svg.c) is not decided here. */
#ifndef STM_REPORT_DRAWING_H
#define STM_REPORT_DRAWING_H

#include <stemma/run.h>

#include "base/arena.h"
#include "report/cell.h"

enum { STM_CARD_WIDTH = 232, STM_CARD_HEIGHT = 84 };

typedef struct stm_drawing {
    stm_buf *out;
    const stm_result *result;
    const stm_str *names;
    stm_arena *mem;
    stm_cell cell;   /* scratch */
    uint32_t links;  /* cards of the first so many lead to #c0, #c1, ... */
    bool lost_links; /* cards of lost texts lead to #x1, #x2, ... */
} stm_drawing;

/* Opens and closes the svg element. `alone`: a file of its own, with its style
 * and a ground to stand on. */
void stm_drawing__open(stm_drawing *d, int width, int height, bool alone);
void stm_drawing__close(stm_drawing *d);

/* A card with its upper left corner at x, y. */
void stm_drawing__card(stm_drawing *d, uint32_t node, int x, int y);
/* What stands at an arrow: "excerpt", "144 words"; and in its tooltip. */
void stm_drawing__label(stm_drawing *d, int x, int y, bool secondary,
                        const char *anchor, const char *text);
/* "M 10 20 C ..." becomes an arrow. */
void stm_drawing__arrow(stm_drawing *d, const char *path, bool secondary);

/* The rules of style for all of it, for a style element. Static. */
extern const char stm_drawing_style[];

#endif
