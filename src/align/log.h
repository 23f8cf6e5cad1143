/* The natural logarithm as plain arithmetic: the same on every machine, and a
 * compiler can do several at a time. x = 2^k (1 + f) with 1 + f near 1, and
 * log(1 + f) by the even polynomial in s = f / (2 + f) of fdlibm's logf; within
 * one unit in the last place. */
#ifndef STM_ALIGN_LOG_H
#define STM_ALIGN_LOG_H

#include <stdint.h>
#include <string.h>

/* Of a normal number above 0. */
static inline float stm_align__log(float x)
{
    const uint32_t one = 0x3f800000, root_half = 0x3f3504f3;
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    bits += one - root_half;
    float k = (float)((int32_t)(bits >> 23) - 127);
    bits = (bits & 0x007fffff) + root_half;
    memcpy(&x, &bits, sizeof bits);
    float f = x - 1, s = f / (2 + f), z = s * s, w = z * z;
    float odd = z * (.66666662693f + w * .28498786688f);
    float even = w * (.40000972152f + w * .24279078841f);
    float half = .5f * f * f;
    return s * (half + odd + even) + k * 9.0580006145e-6f - half + f +
           k * 6.9313812256e-1f;
}

#endif
