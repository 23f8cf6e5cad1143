#include "align/row.h"

#include "base/cpu.h"

void stm_align__row_scalar(uint64_t *restrict to, const uint64_t *restrict from,
                           const uint64_t *restrict mask, size_t width)
{
    stm_row__words(to, from, mask, 0, width, 0);
}

stm_row_fn *stm_align__row(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_align__row_avx2;
#endif
    return stm_align__row_scalar;
}
