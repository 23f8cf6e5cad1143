/* Time zones by the names that pages use. */
#ifndef STM_PAGE_ZONE_H
#define STM_PAGE_ZONE_H

#include <stemma/page.h>

/* Reads a zone at the start of `s`: a name ("ET", "CEST"), "GMT+2", "+02:00",
 * "Z". Daylight saving of names that leave it open ("ET") follows the day and
 * hour of `when`. Returns the bytes read, 0 for none. */
size_t stm_page__zone(stm_str s, const stm_date *when, int16_t *minutes);

#endif
