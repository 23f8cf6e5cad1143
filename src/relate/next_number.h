/* Tokens that begin with a digit, one in fifty. */
#ifndef STM_RELATE_NEXT_NUMBER_H
#define STM_RELATE_NEXT_NUMBER_H

#include <stemma/text.h>

#include "base/hash.h"

/* The first one from token `i` on; `t->count` where there is none. */
static inline uint32_t stm_relate__next_number(const stm_text *t, uint32_t i)
{
    const uint64_t numbers = UINT64_C(0x0101010101010101) * STM_WORD_NUMBER;
    while (i + 8 <= t->count &&
           !(stm_load64((const char *)t->flags + i) & numbers))
        i += 8;
    while (i < t->count && !(t->flags[i] & STM_WORD_NUMBER))
        i++;
    return i;
}

#endif
