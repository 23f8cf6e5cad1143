/* The kernels that this processor runs, the definition first. */
#ifndef STM_TEST_KERNELS_H
#define STM_TEST_KERNELS_H

#include "base/cpu.h"
#include "text/runs.h"

enum { KERNELS_MOST = 5 };

static inline size_t usable_kernels(const stm_text_kernel **out)
{
    size_t n = 0;
    out[n++] = &stm_text__scalar;
#if defined(__x86_64__)
    if (stm_cpu_has(STM_CPU_SSE42_AES))
        out[n++] = &stm_text__sse42;
    if (stm_cpu_has(STM_CPU_AVX2_AES))
        out[n++] = &stm_text__avx2;
    if (stm_cpu_has(STM_CPU_AVX512_BYTES))
        out[n++] = &stm_text__avx512;
#elif defined(__aarch64__)
    if (stm_cpu_has(STM_CPU_NEON_AES))
        out[n++] = &stm_text__neon;
#endif
    return n;
}

#endif
