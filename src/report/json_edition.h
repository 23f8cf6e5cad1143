/* What an edition adds to a result in JSON. */
#ifndef STM_REPORT_JSON_EDITION_H
#define STM_REPORT_JSON_EDITION_H

#include <stemma/report.h>

#include "report/json_capture.h"

/* The member "reconstructions" of a tree's result. */
void stm_json__reconstructions(stm_json *j, const stm_result *r);
/* The member "alternatives". */
void stm_json__alternatives(stm_json *j, const stm_result *r);
/* The member "timeline". */
void stm_json__timeline(stm_json *j, const stm_result *r);

#endif
