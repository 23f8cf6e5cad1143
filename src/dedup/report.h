/* What went, and why: a line for each document that is not kept. */
#ifndef STM_DEDUP_REPORT_H
#define STM_DEDUP_REPORT_H

#include "base/buf.h"
#include "dedup/job.h"

/* Counts what went by its reasons, and tells each where `to` is not NULL.
 * `number` has the clusters of those that are kept. */
stm_status stm_report__write(stm_dedup_job *j, const stm_sink *to,
                             const uint32_t *number, stm_error *err);
/* The id of a document, as JSON has it. */
stm_status stm_report__id(stm_buf *b, const stm_corpus *c, const stm_doc *d,
                          stm_error *err);

#endif
