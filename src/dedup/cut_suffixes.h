/* The suffixes of a row of numbers in order, by libsais where the build has it.
 */
#ifndef STM_DEDUP_CUT_SUFFIXES_H
#define STM_DEDUP_CUT_SUFFIXES_H

#include <stemma/base.h>

/* Whether this build can make them. */
bool stm_cut_suffixes__there(void);
/* The places of all suffixes of `number`, in their order, into `out`. There are
 * `count` numbers, at least one, each at least 0 and below `numbers`; they may
 * change on the way, and are then as they were. STM_ENOMEM; STM_EARG where this
 * build cannot. */
stm_status stm_cut_suffixes__sort(int32_t *out, int32_t *number, int32_t count,
                                  int32_t numbers, stm_error *err);

#endif
