/* Small pieces all reports for people show: titles, facts, quotes, options. */
#ifndef STM_REPORT_SHOW_H
#define STM_REPORT_SHOW_H

#include <stemma/report.h>

#include "base/arena.h"

/* Takes over what the caller's options hold; NULL changes nothing. */
void stm_show__options(stm_report_opts *own, const stm_report_opts *given);
/* Fills `err` with "cannot write the report" or "out of memory for ...". */
stm_status stm_show__fail(stm_error *err, stm_status code);

/* The start of `s` on one line, printable, at most `cols` columns with an
 * ellipsis where it was cut; in `mem`, `ptr` NULL when out of memory. */
stm_str stm_show__line(stm_arena *mem, stm_str s, unsigned cols);
/* The title, or the first words of the content in quotes. */
stm_str stm_show__title(stm_arena *mem, const stm_witness *w, unsigned cols);
/* "2024-05-16 · 412 words · cut short" */
stm_str stm_show__facts(stm_arena *mem, const stm_witness *w);
/* "2024-05-16", "2024-05-16 13:20", or "no date": published, else updated. */
stm_str stm_show__date(stm_arena *mem, const stm_page *p);
/* "revision", or "revision 87 %" where it is known how often the edge is drawn
 * of resampled readings. */
enum { STM_SHOW_EDGE = 32 /* bytes that hold it */ };
void stm_show__edge(const stm_edge *e, char *buf, size_t size);
/* The first token that ends behind byte `at`, or text->count. */
uint32_t stm_show__token(const stm_text *text, uint32_t at);
/* Content words of the witness that lie in a range of its bytes. */
uint32_t stm_show__words(const stm_text *text, stm_range at);
/* The bytes of a range. */
stm_str stm_show__bytes(const stm_witness *w, stm_range at);

#endif
