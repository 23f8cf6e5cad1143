/* When something was fetched. */
#ifndef STM_CAPTURE_MOMENT_H
#define STM_CAPTURE_MOMENT_H

#include <stemma/base.h>

enum { STM_MOMENT_ROOM = 40 };

/* ISO 8601 from a moment as crawlers write it: ISO 8601, with a blank for the
 * T or not, or 8, 12 or 14 digits, in UTC. Absent for anything else, and for
 * days that there are not. `s` itself, or what is written to `out`. */
stm_str stm_capture__moment(stm_str s, char out[STM_MOMENT_ROOM]);

#endif
