/* Where the next byte stands that says how a text is set: one file an
 * instruction set. */
#ifndef STM_RELATE_NEXT_MARK_H
#define STM_RELATE_NEXT_MARK_H

#include <stemma/base.h>

/* The place of the first byte of [s, s + n) that is no letter, digit or space
 * of ASCII and none of the bytes above 0x80; `n` where there is none. */
typedef size_t stm_next_mark_fn(const char *s, size_t n);

stm_next_mark_fn stm_relate__next_mark_scalar, stm_relate__next_mark_avx2;

/* The fastest that this processor runs. */
stm_next_mark_fn *stm_relate__next_mark(void);

#endif
