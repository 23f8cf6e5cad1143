/* Small letters for the tame capitals of a block. */
#ifndef STM_TEXT_RUNS_FOLD_H
#define STM_TEXT_RUNS_FOLD_H

#include "text/runs_bits.h"

/* `capital` has their first bytes; `folded` is the block. One that the end of a
 * block cuts is folded with the next. */
static inline void
stm_text__fold_capitals(uint64_t capital, stm_bits_before *before, char *folded)
{
    uint64_t second = stm_text__behind(capital, before->capital);
    before->capital = capital >> 63;
    for (; second; second &= second - 1)
        stm_text__fold_tame(folded + __builtin_ctzll(second) - 1);
}

#endif
