/* When a version was there, in words. */
#ifndef STM_REPORT_WHEN_H
#define STM_REPORT_WHEN_H

#include <stemma/edition.h>

#include "base/arena.h"

/* "2024-05-16 13:20"; empty for no date. */
stm_str stm_when__date(stm_arena *mem, const stm_date *d);
/* Its own date, else "between 2024-05-16 and 2024-05-18", "before ...", "after
 * ..." or "at a time unknown". */
stm_str stm_when__stage(stm_arena *mem, const stm_stage *s);
/* "3 sentences added, 1 softened"; "nothing but its dress changed" for none. */
stm_str stm_when__counts(stm_arena *mem, const stm_stage *s);

#endif
