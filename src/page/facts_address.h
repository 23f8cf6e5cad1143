/* What an address says. */
#ifndef STM_PAGE_FACTS_ADDRESS_H
#define STM_PAGE_FACTS_ADDRESS_H

#include <stemma/page.h>

#include "base/arena.h"

/* The day in a path ("/2024/05/16/", "/2024-05-16-", "/20240516/"); where only
 * year and month stand there, the day is 0. False for none. */
bool stm_page__address_date(stm_date *out, stm_str uri);

/* The host without "www.", the path with its first slash and without query;
 * empty where there is none. */
stm_str stm_page__address_host(stm_str uri);
stm_str stm_page__address_path(stm_str uri);

/* `uri` as seen from the page at `base`, in `mem`; absent where it is not of
 * http or https, or `base` would be needed and is absent. False when out of
 * memory. */
bool stm_page__address_resolve(stm_str *out, stm_arena *mem, stm_str uri,
                               stm_str base);

#endif
