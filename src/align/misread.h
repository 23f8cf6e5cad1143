/* Two spellings of one word, by a machine that reads or a hand that types. */
#ifndef STM_ALIGN_MISREAD_H
#define STM_ALIGN_MISREAD_H

#include <stemma/base.h>

/* How many letters at most may stand in a word that is compared. */
enum { STM_MISREAD_LETTERS = 40 };

/* May `a` be `b` (folded words, or several run together) with letters misread,
 * lost or put in? `noisy`: both stand in texts where that is known to happen,
 * so short words are taken for it too. Never of two different numbers. */
bool stm_align__is_misread(stm_str a, stm_str b, bool noisy);

/* Is there a digit among the letters, as no hand writes? */
bool stm_align__is_garbled(stm_str word);

#endif
