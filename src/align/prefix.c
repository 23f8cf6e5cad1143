#include "align/prefix.h"

#include "base/cpu.h"

size_t stm_align__prefix_scalar(const uint32_t *a, const uint32_t *b, size_t n)
{
    size_t i = 0;
    while (i < n && a[i] == b[i])
        i++;
    return i;
}

stm_prefix_fn *stm_align__prefix(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX2))
        return stm_align__prefix_avx2;
#endif
    return stm_align__prefix_scalar;
}
