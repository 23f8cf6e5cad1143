/* The documents kept on their way out, as they came in. */
#ifndef STM_DEDUP_COPY_H
#define STM_DEDUP_COPY_H

#include "dedup/job.h"

/* Writes them in order, unchanged byte for byte; each begins a line. The sink
 * is called from the calling thread alone. */
stm_status stm_copy__kept(stm_dedup_job *j, const stm_sink *to, stm_error *err);

#endif
