/* What the forms of a collation share. */
#ifndef STM_REPORT_COLLATION_H
#define STM_REPORT_COLLATION_H

#include <stemma/report.h>

/* STM_EARG where the result has nothing to collate. */
stm_status stm_collation__check(const stm_result *r, stm_error *err);
/* The reading that a node has at a unit, or NULL. */
const stm_reading *stm_collation__find(const stm_unit *u, uint32_t node);
/* "high", "medium" or "low", as TEI says it. Static. */
const char *stm_collation__certainty(double sure);

#endif
