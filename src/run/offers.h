/* Offers to read on, and buttons that say the same. */
#ifndef STM_RUN_OFFERS_H
#define STM_RUN_OFFERS_H

#include "run/job.h"
#include "run/lines.h"

/* `of` are the lines of the job's captures: pages that end at what stands below
 * whole texts as well are no longer truncated. */
stm_status stm_offers__doubt(stm_job *job, const stm_lines *of, stm_error *err);

#endif
