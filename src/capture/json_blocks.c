#include "capture/json_blocks.h"

#include <stddef.h>

#include "base/cpu.h"

stm_json_blocks *stm_json__blocks_pick(void)
{
#ifdef __x86_64__
    if (stm_cpu_has(STM_CPU_AVX512_BYTES))
        return stm_json__blocks_avx512;
#endif
    return NULL;
}
