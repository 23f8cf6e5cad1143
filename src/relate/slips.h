/* What a machine leaves behind when it puts words in place of others. */
#ifndef STM_RELATE_SLIPS_H
#define STM_RELATE_SLIPS_H

#include "relate/case.h"

/* Slips in the shared passages of a side: "a" before a vowel or "an" before
 * none (in English), a word twice in a row, braces around a word. */
uint32_t stm_relate__slips(const stm_case *c, int side);

#endif
