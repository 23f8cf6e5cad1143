/* Dates of all precisions as spans of minutes, so that they can be compared. */
#ifndef STM_EDITION_INSTANT_H
#define STM_EDITION_INSTANT_H

#include <stemma/edition.h>

/* Minutes since 1970 in UTC: the first and the last that a date can mean. */
typedef struct stm_edition__instant {
    int64_t first, last;
} stm_edition__instant;

stm_edition__instant stm_edition__instant_of(const stm_date *d);
/* A date as containers state it, "2024-05-16T13:20:00Z" or a part of that from
 * the left; year 0 for anything else. */
stm_date stm_edition__read_date(stm_str s);

#endif
