/* Hashing of ids and bytes for tables in memory. Same on every machine. */
#ifndef STM_BASE_HASH_H
#define STM_BASE_HASH_H

#include <stemma/base.h>
#include <string.h>

/* The finaliser of splitmix64 (Steele, Lea, Flood 2014): a bijection. */
static inline uint64_t stm_mix64(uint64_t x)
{
    x ^= x >> 30;
    x *= UINT64_C(0xbf58476d1ce4e5b9);
    x ^= x >> 27;
    x *= UINT64_C(0x94d049bb133111eb);
    return x ^ x >> 31;
}

static inline uint64_t stm_hash_pair(uint64_t a, uint64_t b)
{
    return stm_mix64(a * UINT64_C(0x9e3779b97f4a7c15) + b);
}

/* Little-endian on every machine; written out, compilers see one load in it. */
static inline uint64_t stm_load64(const char *p)
{
    const unsigned char *u = (const unsigned char *)p;
    return (uint64_t)u[0] | (uint64_t)u[1] << 8 | (uint64_t)u[2] << 16 |
           (uint64_t)u[3] << 24 | (uint64_t)u[4] << 32 | (uint64_t)u[5] << 40 |
           (uint64_t)u[6] << 48 | (uint64_t)u[7] << 56;
}

/* Eight bytes at a time through the mixer. */
static inline uint64_t stm_hash_bytes(const char *p, size_t n)
{
    uint64_t h = stm_mix64(n + UINT64_C(0x9e3779b97f4a7c15));
    for (; n >= 8; p += 8, n -= 8)
        h = stm_hash_pair(h, stm_load64(p));
    uint64_t w = 0;
    while (n)
        w = w << 8 | (unsigned char)p[--n];
    return stm_hash_pair(h, w);
}

#endif
