/* What the terminal views share: one report under way. */
#ifndef STM_REPORT_TERMINAL_H
#define STM_REPORT_TERMINAL_H

#include <stemma/report.h>

#include "base/arena.h"
#include "report/cell.h"

typedef struct stm_term {
    stm_buf out;
    const stm_result *result;
    stm_report_opts opts;
    stm_arena mem;
    const stm_str *names; /* [witness_count] */
    stm_cell cell;        /* scratch, between two calls */
} stm_term;

/* The parts of the tree view. */
stm_status stm_term__families(stm_term *t, stm_error *err);
stm_status stm_term__relations(stm_term *t);
/* terminal_alternatives.c: the next best trees. */
void stm_term__alternatives(stm_term *t);
/* terminal_timeline.c: the versions in time. */
void stm_term__timeline(stm_term *t);
/* The whole diff view. */
stm_status stm_term__diff(stm_term *t, stm_error *err);

/* The sentence on a relation, what is shared, how sure it is. */
void stm_term__add_relation(stm_term *t, stm_cell *c, const stm_relation *r);
/* The evidence: all of it, or the heaviest that speaks for the direction. */
void stm_term__put_evidence(stm_term *t, const stm_relation *r, bool all);
/* Name, title and facts of a capture into an empty cell, on one line if there
 * is room; `kind` is what it is to its parent, or NULL. */
void stm_term__add_capture(stm_term *t, stm_cell *c, const stm_witness *w,
                           const char *kind);

/* A heading on a line of its own. */
void stm_term__heading(stm_term *t, const char *text);
/* Starts the scratch cell for a paragraph behind `indent` columns. */
stm_cell *stm_term__paragraph(stm_term *t, unsigned indent);
/* Puts it; the first line behind `first`, the others behind `rest`. */
void stm_term__put(stm_term *t, const char *first, const char *rest);

#endif
