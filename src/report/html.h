/* What the parts of the HTML report share. */
#ifndef STM_REPORT_HTML_H
#define STM_REPORT_HTML_H

#include <stemma/report.h>

#include "base/arena.h"
#include "base/buf.h"

/* Captures that are listed with their facts; the rest is only counted. */
enum { STM_HTML_CAPTURES = 500 };

typedef struct stm_html {
    stm_buf out;
    const stm_result *result;
    const stm_str *names;
    stm_arena mem;     /* of the whole report */
    stm_arena scratch; /* of a part */
    bool *in_full;     /* [relation_count] shown side by side */
    uint64_t budget;   /* bytes of captured text still to be shown */
} stm_html;

/* html_style.c */
extern const char stm_html_style[];

/* html_tree.c: the drawing; false when a part of it had to be left out. */
stm_status stm_html__tree(stm_html *h, stm_error *err);

/* html_pair.c: one pair side by side. */
stm_status stm_html__pair(stm_html *h, const stm_relation *r, stm_error *err);

/* html_text.c: captured text with furniture, repeats and differences marked;
 * `long_parts` folds what is long and not shared. */
struct stm_pieces;
void stm_html__pieces(stm_html *h, struct stm_pieces *pieces,
                      const stm_witness *w);
/* One capture with its facts and, while the budget lasts, its text. */
void stm_html__capture(stm_html *h, const stm_witness *w);

/* "<a href="#c0">000</a>", a link where the capture is listed */
void stm_html__name(stm_html *h, uint32_t id);
/* A sentence with %a and %b. */
void stm_html__said(stm_html *h, const stm_relation *r, const char *sentence);
void stm_html__str(stm_html *h, stm_str text);
void stm_html__text(stm_html *h, const char *own);

#endif
