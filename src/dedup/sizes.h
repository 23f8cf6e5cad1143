/* How much there is to read. */
#ifndef STM_DEDUP_SIZES_H
#define STM_DEDUP_SIZES_H

#include <stemma/base.h>

/* Bytes of the files among `paths`, and in the folders among them; what cannot
 * be looked at has none. STM_ENOMEM. */
stm_status stm_sizes__of(uint64_t *bytes, const char *const *paths,
                         size_t count, stm_error *err);

#endif
