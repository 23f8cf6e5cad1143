/* A build without libsais. */
#include "dedup/cut_suffixes.h"

bool stm_cut_suffixes__there(void) { return false; }

stm_status stm_cut_suffixes__sort(int32_t *out, int32_t *number, int32_t count,
                                  int32_t numbers, stm_error *err)
{
    (void)out;
    (void)number;
    (void)count;
    (void)numbers;
    return stm_fail(err, STM_EARG, STM_NO_OFFSET,
                    "this build of stemma has no libsais");
}
