/* A pair of texts side by side: rows for every passage, one a paragraph that
 * both have, and rows between them for what each text has alone. Together the
 * rows hold every byte of both. */
#ifndef STM_REPORT_ROWS_H
#define STM_REPORT_ROWS_H

#include <stemma/relate.h>

#include "base/arena.h"

typedef struct stm_row {
    stm_range a, b;            /* one of them may be empty */
    const stm_shared *passage; /* NULL: text that only one side has */
    bool moved;                /* stands elsewhere in b's order */
    bool goes_on;              /* of the same passage as the row before */
} stm_row;

typedef struct stm_rows {
    const stm_row *items; /* passages by their place in a */
    size_t count;
    /* the relation's differences by their place in b */
    const stm_difference *by_b;
} stm_rows;

/* In `mem`; a and b are the relation's witnesses. STM_ENOMEM. */
stm_status stm_rows__make(stm_rows *out, stm_arena *mem, const stm_relation *r,
                          const stm_witness *a, const stm_witness *b,
                          stm_error *err);

/* paragraphs.c: puts the rows of one passage at `row`, the whole of which
 * stands there already; returns the place behind them. `difference` is the
 * first of the relation's that ends behind the passage's start. */
stm_row *stm_rows__split(stm_row *row, const stm_relation *r, size_t difference,
                         const stm_text *a, const stm_text *b);

#endif
