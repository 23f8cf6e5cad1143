/* Captures of one story say together which of its lines are content. */
#ifndef STM_RUN_ACCORD_H
#define STM_RUN_ACCORD_H

#include "run/job.h"
#include "run/lines.h"

/* `of` are the lines of the job's captures: gives pages and texts of those that
 * are outvoted other content. Before texts are added to the lexicon. */
stm_status stm_accord__reach(stm_job *job, const stm_lines *of, stm_error *err);

#endif
