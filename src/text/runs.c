#include "text/runs.h"

#include "base/cpu.h"

const stm_text_kernel *stm_text__kernel(void)
{
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_AVX512_BYTES))
        return &stm_text__avx512;
    if (stm_cpu_has(STM_CPU_AVX2_AES))
        return &stm_text__avx2;
    if (stm_cpu_has(STM_CPU_SSE42_AES))
        return &stm_text__sse42;
#elif defined(__aarch64__)
    if (stm_cpu_has(STM_CPU_NEON_AES))
        return &stm_text__neon;
#endif
    return &stm_text__scalar;
}
