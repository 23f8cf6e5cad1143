/* What this processor can do. */
#ifndef STM_BASE_CPU_H
#define STM_BASE_CPU_H

#include <stdbool.h>

typedef enum stm_cpu_set {
    STM_CPU_SSE42_AES, /* SSE4.2 and AES: desktops since 2010 */
    STM_CPU_AVX2,
    STM_CPU_AVX2_AES,     /* and BMI 1 and 2, which came with it */
    STM_CPU_AVX512,       /* F, CD, BW, DQ and VL: servers since 2017 */
    STM_CPU_AVX512_BYTES, /* and VBMI 1 and 2 and VAES: servers since 2021 */
    STM_CPU_NEON_AES
} stm_cpu_set;

/* Whether this processor, and the system under us, have a set of instructions:
 * what is built for it may be called. */
bool stm_cpu_has(stm_cpu_set set);

#endif
