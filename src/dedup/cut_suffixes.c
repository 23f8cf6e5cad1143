/* Induced sorting (Nong, Zhang, Chan 2009), in time that grows with the row
 * alone, whatever repeats in it. */
#include "dedup/cut_suffixes.h"

#include <libsais.h>

bool stm_cut_suffixes__there(void) { return true; }

stm_status stm_cut_suffixes__sort(int32_t *out, int32_t *number, int32_t count,
                                  int32_t numbers, stm_error *err)
{
    if (!libsais_int(number, out, count, numbers, 0))
        return STM_OK;
    return stm_fail(err, STM_ENOMEM, STM_NO_OFFSET,
                    "out of memory for the order of %ld words", (long)count);
}
