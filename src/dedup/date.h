/* The dates that corpora give their documents. */
#ifndef STM_DEDUP_DATE_H
#define STM_DEDUP_DATE_H

#include <stemma/base.h>

/* A value of JSON: ISO 8601 in a string, with as much precision as it has and
 * UTC where it names no zone; or seconds or milliseconds since 1970. Seconds
 * since 1970, or STM_DOC_NO_DATE. */
int64_t stm_date__read(stm_str value);

#endif
