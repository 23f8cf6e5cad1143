/* Sizes made by adding or multiplying go through these. */
#ifndef STM_BASE_CHECKED_H
#define STM_BASE_CHECKED_H

#include <stdbool.h>
#include <stddef.h>

static inline bool stm_add_size(size_t a, size_t b, size_t *sum)
{
    return !__builtin_add_overflow(a, b, sum);
}

static inline bool stm_mul_size(size_t a, size_t b, size_t *product)
{
    return !__builtin_mul_overflow(a, b, product);
}

#endif
