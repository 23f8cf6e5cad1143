/* What the parts of the HTML report share. */
#ifndef STM_REPORT_HTML_H
#define STM_REPORT_HTML_H

#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"

/* Captures that are listed with their facts; the rest is only counted. */
enum { STM_HTML_CAPTURES = 500 };

typedef struct stm_sheet {
    stm_buf out;
    const stm_result *result;
    const stm_str *names;
    stm_arena mem;     /* of the whole report */
    stm_arena scratch; /* of a part */
    bool *in_full;     /* [relation_count] shown side by side */
    uint64_t budget;   /* bytes of captured text still to be shown */
    bool timeline;
} stm_sheet;

/* html_style.c */
extern const char stm_sheet_style[];

/* html_tree.c: the drawing; false when a part of it had to be left out. */
stm_status stm_sheet__tree(stm_sheet *h, stm_error *err);

/* html_pair.c: one pair side by side. */
stm_status stm_sheet__pair(stm_sheet *h, const stm_relation *r, stm_error *err);

/* html_text.c: captured text with furniture, repeats and differences marked;
 * `long_parts` folds what is long and not shared. */
struct stm_pieces;
void stm_sheet__pieces(stm_sheet *h, struct stm_pieces *pieces,
                       const stm_witness *w);
/* One capture with its facts and, while the budget lasts, its text. */
void stm_sheet__capture(stm_sheet *h, const stm_witness *w);

/* html_edition.c: the lost texts with their wording; the versions in time. */
void stm_sheet__lost(stm_sheet *h);
void stm_sheet__timeline(stm_sheet *h);
/* The next best trees, below the drawing. */
void stm_sheet__alternatives(stm_sheet *h);

/* "<a href="#c0">000</a>", a link where the capture is listed */
void stm_sheet__name(stm_sheet *h, uint32_t id);
/* A sentence with %a and %b. */
void stm_sheet__said(stm_sheet *h, const stm_relation *r, const char *sentence);
void stm_sheet__str(stm_sheet *h, stm_str text);
void stm_sheet__text(stm_sheet *h, const char *own);

#endif
