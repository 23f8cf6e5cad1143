/* A captured text cut into stretches of one look. */
#ifndef STM_REPORT_PIECES_H
#define STM_REPORT_PIECES_H

#include <stemma/relate.h>

/* A stretch of text of one look. */
typedef struct stm_piece {
    stm_range at;
    const stm_furniture *furniture;   /* it lies in, or NULL */
    const stm_difference *difference; /* it is one side of, or NULL */
} stm_piece;

/* Walks the pieces of a range of one side. */
typedef struct stm_pieces {
    const stm_page *page;
    const stm_difference *differences; /* by their place on this side */
    size_t difference_count;
    bool side_b;
    stm_range left; /* not yet walked */
    size_t furniture_at, difference_at;
} stm_pieces;

void stm_pieces__start(stm_pieces *p, const stm_page *page,
                       const stm_difference *differences, size_t count,
                       bool side_b, stm_range range);
bool stm_pieces__next(stm_pieces *p, stm_piece *out);

#endif
